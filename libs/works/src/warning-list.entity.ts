import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 重点作品版权保护预警名单: one batch of works under heightened protection, as the copyright authority published it. */
@Entity('warning_lists')
export class WarningListEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('smallint') year: number;
  @Column('smallint') batch: number;
  @Column('date', { name: 'published_on' }) publishedOn: string;
  @Column('text') title: string;
  @Column('text') source: string;
  @Column('integer', { name: 'work_count' }) workCount: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** A work on the list. It speeds what platforms owe and proves no infringement. */
@Entity('warning_list_works')
export class WarningListWorkEntity {
  @PrimaryColumn('uuid', { name: 'warning_list_id' }) warningListId: string;
  @PrimaryColumn('smallint') position: number;
  @Column('text') title: string;
  @Column('text', { name: 'normalised_title' }) normalisedTitle: string;
  @Column('text') category: string;
  @Column('text', { name: 'category_family' }) categoryFamily: string;
  @Column('text', { name: 'rights_holder', nullable: true }) rightsHolder: string | null;
  @Column('text', { name: 'licensed_platforms', array: true }) licensedPlatforms: string[];
  @Column('date', { name: 'window_from' }) windowFrom: string;
  @Column('date', { name: 'window_until' }) windowUntil: string;
}
