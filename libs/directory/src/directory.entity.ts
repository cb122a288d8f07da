import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A province (GB/T 2260) with its copyright and telecom authorities; 000000 is the whole country. */
@Entity('regions')
export class RegionEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text', { name: 'copyright_authority' }) copyrightAuthority: string;
  @Column('text', { name: 'telecom_authority' }) telecomAuthority: string;
  /** The organization here that acts as the region's regulator; null until one is appointed. */
  @Column('uuid', { name: 'regulator_organization_id', nullable: true }) regulatorOrganizationId: string | null;
}

/** 网络服务提供者: who must act on a notice. Known before it joins; joined when an organization answers for it here. */
@Entity('platforms')
export class PlatformEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { unique: true }) slug: string;
  @Column('text') name: string;
  @Column('text', { name: 'service_type' }) serviceType: string;
  @Column('text') regime: string;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('text', { name: 'app_ids', array: true, default: '{}' }) appIds: string[];
  @Column('text', { name: 'credit_code', nullable: true }) creditCode: string | null;
  @Column('text', { name: 'icp_number', nullable: true }) icpNumber: string | null;
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail: string | null;
  /** Where the days of US law end for it; null: New York. */
  @Column('text', { name: 'time_zone', nullable: true }) timeZone: string | null;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('timestamptz', { name: 'joined_at', nullable: true }) joinedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

/** One host suffix and the one platform that answers for it. */
@Entity('platform_hosts')
export class PlatformHostEntity {
  @PrimaryColumn('text') host: string;
  @Column('uuid', { name: 'platform_id' }) platformId: string;
}

/** One row, raised by triggers at every change of the directory. */
@Entity('directory_version')
export class DirectoryVersionEntity {
  @PrimaryColumn('boolean', { default: true }) one: boolean;
  @Column('bigint') version: string;
}

export const directoryEntities = [RegionEntity, PlatformEntity, PlatformHostEntity, DirectoryVersionEntity];
