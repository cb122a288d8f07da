import { unique } from '#kernel';
import { postNotices, supersedeServices } from '#mail';
import type { Listener } from './listener.js';

const noticesAtOnce = 200;

/** Notices that wait for a platform whose designated channel is mail go there; an address that was corrected is tried anew. */
export const serveByMail: Listener = async (tx, now, events, { publicUrl, mailReply }) => {
  const settings = { publicUrl, mailReply };
  const of = (kind: string) =>
    unique(events.filter((event) => event.matterKind === kind).map((event) => event.matterId));
  const noticeIds = of('notice');
  if (noticeIds.length > 0) await postNotices(tx, now, { noticeIds }, { ...settings, limit: noticeIds.length });
  for (const platformId of of('platform')) {
    while ((await postNotices(tx, now, { platformId }, { ...settings, limit: noticesAtOnce })) === noticesAtOnce);
  }
};

/** A notice that was withdrawn before it was served goes nowhere any more. */
export const callBackMail: Listener = (tx, now, events) =>
  supersedeServices(tx, now, { noticeIds: unique(events.map(({ matterId }) => matterId)) }, 'all');
