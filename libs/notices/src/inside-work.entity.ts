import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A comment of the platform's own people on a notice; never seen outside their organization. */
@Entity('notice_notes')
export class NoticeNoteEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('text') text: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** A prepared reason that handlers refuse with. */
@Entity('refusal_templates')
export class RefusalTemplateEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') name: string;
  @Column('text', { name: 'reason_code' }) reasonCode: string;
  @Column('text') text: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
