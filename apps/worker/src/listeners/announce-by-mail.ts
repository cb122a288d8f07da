import type { Tx } from '#database';
import type { RecordedEvent } from '#events';
import { groupBy, unique } from '#kernel';
import { clockRule } from '#law';
import {
  type Addressee,
  isMailedEventType,
  lettersFor,
  type MatterFacts,
  type NewLetter,
  type ReaderRole,
  writeLetters,
} from '#mail';
import { readMailReaders, withLinks } from './mail-readers.js';
import { readFollowUps } from './follow-up-facts.js';
import type { Listener } from './listener.js';
import type { Matter } from './matter.js';
import { dutiesByOrganization, readVaultMatters } from './vault-matters.js';

/**
 * Letters to the people of the organizations that are party to a matter, and to the published address of a platform that
 * has no people here. Thirteen statements for any number of events.
 */
export const announceByMail: Listener = async (tx, now, events, { publicUrl }) => {
  const mailed = events.filter(({ type }) => isMailedEventType(type));
  if (mailed.length === 0) return;
  const matters = await readMatters(tx, mailed);
  const people = await readPeople(tx, unique(mailed.flatMap(({ audience }) => audience)));
  const linked: Array<{ noticeId: string; letter: NewLetter }> = [];
  const duties = await dutiesByOrganization(tx, mailed);
  const followUps = await readFollowUps(tx, mailed);
  const letters = mailed.flatMap((event) => {
    const matter = matters.get(event.id);
    if (!matter) return [];
    const readers = event.audience.flatMap((organizationId) => {
      const role = roleOf(organizationId, matter);
      return (people.get(organizationId) ?? []).map((person): Addressee => ({
        ...person,
        role,
        organizationId,
        url: `${publicUrl}${matter.path}`,
        duties: duties.get(organizationId),
      }));
    });
    const facts = { ...factsOf(event, matter), followUp: followUps.get(event.id) };
    const [own, byMail] = parted(
      lettersFor(event, facts, readers).map((letter) => ({ ...letter, trace: event.trace })),
    );
    // the notice itself was the first letter to a published address
    if (event.matterKind === 'notice' && event.type !== 'notice.served') {
      linked.push(...byMail.map((letter) => ({ noticeId: event.matterId, letter })));
    }
    return own;
  });
  await writeLetters(tx, now, [...letters, ...(await withLinks(tx, linked, publicUrl))]);
};

/** Letters to people who sign in, and those to an address that needs a link. */
function parted(letters: readonly NewLetter[]): [NewLetter[], NewLetter[]] {
  return [letters.filter(({ locale }) => locale !== 'both'), letters.filter(({ locale }) => locale === 'both')];
}

function roleOf(organizationId: string, matter: Matter): ReaderRole {
  if (organizationId === matter.complainantOrganizationId) return 'complainant';
  return organizationId === matter.platformOrganizationId ? 'platform' : (matter.othersReadAs ?? 'regulator');
}

function factsOf(event: RecordedEvent, matter: Matter): MatterFacts {
  const { data } = event;
  const rule = clockRule((data['rule'] as string | undefined) ?? matter.nextDueRule ?? '');
  const dueAt = (data['dueAt'] as string | undefined) ?? matter.nextDueAt?.toISOString();
  return {
    number: matter.number,
    title: matter.title,
    platformName: matter.platformName,
    itemCount: event.itemIds.length || matter.itemCount,
    servedAt: matter.servedAt?.toISOString(),
    openedAt: event.at,
    deadline:
      rule && dueAt
        ? { label: rule.label, dueAt, percent: Number(data['percent'] ?? 0), owedBy: rule.owedBy }
        : undefined,
    decided: { actioned: matter.actioned ?? 0, refused: matter.refused ?? 0, notFound: matter.notFound ?? 0 },
    reasons: ((data['reasons'] as string[] | undefined) ?? []).map(
      (reason) => reasonLabels[reason] ?? { zh: reason, en: reason },
    ),
    missing: matter.deficiencies?.map(({ detail }) => detail),
    authorization: matter.authorization,
    warningList: matter.warningList,
  };
}

const reasonLabels: Record<string, { zh: string; en: string }> = {
  takedown_overdue: { zh: '处置逾期', en: 'takedown overdue' },
  restore_overdue: { zh: '恢复逾期', en: 'restoration overdue' },
};

async function readMatters(tx: Tx, events: readonly RecordedEvent[]): Promise<Map<string, Matter>> {
  const byKind = groupBy(events, ({ matterKind }) => matterKind);
  const found = new Map<string, Matter>();
  const noticeOf = (event: RecordedEvent) =>
    event.matterKind === 'escalation' ? (event.data['noticeIds'] as string[])[0]! : event.matterId;
  const aboutNotices = [...(byKind.get('notice') ?? []), ...(byKind.get('escalation') ?? [])];
  const notices = new Map((await noticeMatters(tx, unique(aboutNotices.map(noticeOf)))).map((row) => [row.id, row]));
  for (const event of aboutNotices) {
    const matter = notices.get(noticeOf(event));
    if (matter) found.set(event.id, { ...matter, path: pathOf(event) });
  }
  const complaints = new Map(
    (
      await complaintMatters(
        tx,
        (byKind.get('complaint') ?? []).map(({ matterId }) => matterId),
      )
    ).map((row) => [row.id, row]),
  );
  for (const event of byKind.get('complaint') ?? []) {
    const matter = complaints.get(event.matterId);
    if (matter) found.set(event.id, { ...matter, path: `/complaints/${event.matterId}` });
  }
  for (const [eventId, matter] of await readVaultMatters(tx, byKind)) found.set(eventId, matter);
  return found;
}

/** A counter-notice is read in the box of counter-notices, by whoever may read it. */
function pathOf({ type, matterKind, matterId, data }: RecordedEvent): string {
  if (matterKind === 'escalation') return `/escalations/${matterId}`;
  return type === 'counter_notice.forwarded'
    ? `/counter-notices/${data['counterNoticeId'] as string}`
    : `/notices/${matterId}`;
}

function noticeMatters(tx: Tx, noticeIds: readonly string[]) {
  return tx.query<Array<Matter & { id: string }>>(
    `select n.id, n.number, n.title, p.name as "platformName", n.item_count as "itemCount", n.served_at as "servedAt",
       nullif(n.next_due_at, 'infinity') as "nextDueAt", n.next_due_rule as "nextDueRule",
       n.complainant_organization_id as "complainantOrganizationId", n.platform_organization_id as "platformOrganizationId",
       i.actioned, i.refused, i."notFound"
     from notices n join platforms p on p.id = n.platform_id,
     lateral (select count(*) filter (where state = 'actioned')::int as actioned, count(*) filter (where state = 'refused')::int as refused,
                count(*) filter (where state = 'not_found')::int as "notFound" from items where notice_id = n.id) i
     where n.id = any($1)`,
    [noticeIds],
  );
}

function complaintMatters(tx: Tx, complaintIds: readonly string[]) {
  return tx.query<Array<Matter & { id: string }>>(
    `select id, number, coalesce('《' || (document #>> '{works,0,title}') || '》', '') as title, deficiencies,
       organization_id as "complainantOrganizationId"
     from complaints where id = any($1)`,
    [complaintIds],
  );
}

/** Owners and handlers with a confirmed address, at most 20 of each, or the address that was published; by organization. */
async function readPeople(tx: Tx, organizationIds: readonly string[]) {
  const rows = await tx.query<Array<Pick<Addressee, 'organizationId' | 'memberId' | 'recipient' | 'locale' | 'off'>>>(
    `select m.organization_id as "organizationId", m.id as "memberId", m.email as recipient, m.locale, m.mail_off as off
     from unnest($1::uuid[]) o(id), lateral (
       select organization_id, id, email, locale, mail_off from members
       where organization_id = o.id and role <> 'viewer' and email_confirmed_at is not null and disabled_at is null
       order by id limit 20) m`,
    [organizationIds],
  );
  rows.push(...(await readMailReaders(tx, organizationIds)));
  return groupBy(rows, ({ organizationId }) => organizationId);
}
