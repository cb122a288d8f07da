import type { PartyDraft } from '#law';
import type { ComplaintDocument, Party } from '#notices';

type Parties = Pick<ComplaintDocument, 'complainant' | 'onBehalfOf'>;

/**
 * The parties as the reader may see them (domain.md §5): the complainant its own words whole; platform and regulator
 * names and contacts in clear, identity numbers by their last four characters.
 */
export function partiesFor(document: ComplaintDocument, reader: Party | null): Parties {
  const shown = <T extends PartyDraft | null>(party: T): T =>
    party && reader !== 'complainant' ? maskIdentity(party) : party;
  return { complainant: shown(document.complainant), onBehalfOf: shown(document.onBehalfOf) };
}

function maskIdentity<T extends PartyDraft>(party: T): T {
  if (!party.idNumber) return party;
  const visible = party.idNumber.slice(-4);
  return { ...party, idNumber: `${'*'.repeat(Math.max(0, party.idNumber.length - visible.length))}${visible}` };
}
