import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import type { DataSource } from 'typeorm';

/** Whose matters a regulator's figures are of: `null` for the whole country. */
export interface Jurisdiction {
  organizationId: string;
  regions: string[] | null;
  isNational: boolean;
}

/** As escalations are scoped: a region's regulator has its regions, the national one has every region. */
export async function jurisdictionOf(db: Tx | DataSource, organizationId: string): Promise<Jurisdiction> {
  const { regions, nationalRegulatorOrganizationId } = await directorySnapshot(db);
  const isNational = organizationId === nationalRegulatorOrganizationId;
  const own = [...regions.values()].filter((region) => region.regulatorOrganizationId === organizationId);
  return { organizationId, isNational, regions: isNational ? null : own.map(({ code }) => code) };
}
