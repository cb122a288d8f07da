import type { MatterFacts, ReaderRole } from '#mail';

/** What a listener looked up of the matter that an event belongs to: what its letters say, and who reads as what. */
export interface Matter {
  path: string;
  number: string;
  title: string;
  platformName?: string;
  itemCount?: number;
  servedAt?: Date | null;
  nextDueAt?: Date | null;
  nextDueRule?: string | null;
  complainantOrganizationId: string | null;
  platformOrganizationId?: string | null;
  actioned?: number;
  refused?: number;
  notFound?: number;
  deficiencies?: Array<{ detail: { zh: string; en: string } }>;
  authorization?: MatterFacts['authorization'];
  warningList?: MatterFacts['warningList'];
  /** As which everybody reads who is neither complainant nor platform; the regulator where left out. */
  othersReadAs?: ReaderRole;
}
