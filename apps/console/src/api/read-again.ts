import type { QueryKey } from '@tanstack/react-query';
import type { Update } from './live-source.js';

/** What was read of a matter and is old once something happened in it. A new kind of matter is a line here. */
const ofMatter: Record<string, (update: Update) => QueryKey[]> = {
  notice: ({ noticeId, matterId, complaintId, counterNoticeId }) => [
    ['notices'],
    ['notice', noticeId ?? matterId],
    ['counter-notices'],
    ...(counterNoticeId ? [['counter-notice', counterNoticeId]] : []),
    ['complaints'],
    complaintId ? ['complaint', complaintId] : ['complaint'],
  ],
  complaint: ({ matterId }) => [['complaints'], ['complaint', matterId], ['unrouted-targets']],
  escalation: ({ matterId }) => [['escalations'], ['escalation', matterId]],
  authorization: ({ matterId }) => [['authorizations'], ['authorization', matterId]],
  warning_list: () => [['warning-lists']],
  platform: () => [['platforms']],
};

/** The keys of what has to be read again after an update. Work inside a platform touches its own people's lists alone. */
export function readAgain(update: Update): QueryKey[] {
  const { type, noticeId, matterId } = update;
  if (type === 'notice.inside_work') return [['notices'], ['notice', noticeId ?? matterId]];
  return [...(ofMatter[update.matterKind]?.(update) ?? []), ['workbench']];
}
