import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One published calendar of rest days and make-up working days. A year can have several; the newest governs. */
@Entity('calendars')
export class CalendarEntity {
  @PrimaryColumn('text') version: string;
  @Column('text') jurisdiction: 'CN';
  @Column('date', { name: 'covered_from' }) coveredFrom: string;
  @Column('date', { name: 'covered_until' }) coveredUntil: string;
  @Column('jsonb') days: Array<{ date: string; kind: 'holiday' | 'working'; name: string }>;
  @Column('text') source: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
