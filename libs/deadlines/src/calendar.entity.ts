import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One published paper of rest days and make-up working days. A year can have several; they lie on each other. */
@Entity('calendars')
export class CalendarEntity {
  @PrimaryColumn('text') version: string;
  @Column('text') jurisdiction: string;
  @Column('date', { name: 'covered_from' }) coveredFrom: string;
  @Column('date', { name: 'covered_until' }) coveredUntil: string;
  @Column('jsonb') days: Array<{ date: string; kind: 'holiday' | 'working'; name: string }>;
  @Column('text') source: string;
  /** Null for the collection that comes with a release. */
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
