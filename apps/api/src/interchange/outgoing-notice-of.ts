import type { PlatformEntry } from '#directory';
import type { OutgoingNotice } from '#interchange';
import type { Configuration } from '#kernel';
import type { ItemRow, NoticeDetail, Party } from '#notices';
import { partiesFor } from '../notices/parties.js';

/** A notice in the terms of other systems, of what its reader may see; pure. */
export function outgoingNoticeOf(
  notice: NoticeDetail,
  items: readonly ItemRow[],
  platform: PlatformEntry | null,
  reader: Party,
  { publicUrl, mailFrom }: Pick<Configuration, 'publicUrl' | 'mailFrom'>,
): OutgoingNotice {
  const { document } = notice;
  const { complainant, onBehalfOf } = partiesFor(document, reader);
  const named = { ...complainant, name: complainant.name ?? notice.complainantName };
  return {
    number: notice.number,
    url: `${publicUrl}/notices/${notice.id}`,
    receivedAt: notice.receivedAt,
    servedAt: notice.servedAt,
    acknowledgedAt: notice.acknowledgedAt,
    isClosed: notice.state === 'closed',
    regime: notice.regime,
    complainant: named,
    principal: onBehalfOf?.name ? { ...onBehalfOf, name: onBehalfOf.name } : null,
    platform: {
      name: notice.platformName,
      email: platform?.contactEmail ?? null,
      host: platform?.hosts[0] ?? null,
      serviceType: platform?.serviceType ?? '',
    },
    works: document.works,
    evidence: document.evidence,
    items: items.map((item) => ({ ...item, handle: item.account?.handle ?? item.accountRef })),
    sender: senderOf(mailFrom),
  };
}

/** `Name <address>` as letters are sent from, or the address alone. */
function senderOf(mailFrom: string): OutgoingNotice['sender'] {
  const [, name, email] = /^(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name: name || 'Tongshan', email: email ?? mailFrom };
}
