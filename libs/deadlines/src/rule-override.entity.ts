import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis, ClockUnit } from '#law';

/** A rule made stricter for some matters and some time. Never removed: clocks that it shortened name it. */
@Entity('rule_overrides')
export class RuleOverrideEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) preset: string | null;
  @Column('text') rule: string;
  @Column('uuid', { name: 'platform_id', nullable: true }) platformId: string | null;
  @Column('text', { nullable: true }) tier: string | null;
  @Column('text', { nullable: true }) campaign: string | null;
  @Column('text', { name: 'service_types', array: true, nullable: true }) serviceTypes: string[] | null;
  @Column('text', { name: 'work_categories', array: true, nullable: true }) workCategories: string[] | null;
  @Column('integer') length: number;
  @Column('text') unit: ClockUnit;
  @Column('text') basis: Basis;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
