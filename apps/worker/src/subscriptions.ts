import { announceByMail } from './listeners/announce-by-mail.js';
import { announceByWebhook } from './listeners/announce-by-webhook.js';
import { escalateBreaches } from './listeners/escalate-breaches.js';
import type { Listener } from './listeners/listener.js';
import { resolveEscalations } from './listeners/resolve-escalations.js';
import { callBackMail, serveByMail } from './listeners/serve-by-mail.js';
import { servePlatform } from './listeners/serve-platform.js';
import { tellOfDisabledEndpoint } from './listeners/tell-of-disabled-endpoint.js';

/** Everybody who listens, by the name that the queue knows. */
export const listeners = {
  announceByWebhook,
  announceByMail,
  escalateBreaches,
  resolveEscalations,
  servePlatform,
  serveByMail,
  callBackMail,
  tellOfDisabledEndpoint,
} satisfies Record<string, Listener>;
export type ListenerName = keyof typeof listeners;

const told: ListenerName[] = ['announceByWebhook', 'announceByMail'];
const hooked: ListenerName[] = ['announceByWebhook'];

/**
 * The one place that knows both ends: event to listeners. What is not here is in the log and the timeline only.
 * A new event reaches its listeners by a line here. What stops or cancels a clock that can be overdue (takedown,
 * decide, restore) may settle what was escalated for it.
 */
export const subscriptions: Readonly<Record<string, readonly ListenerName[]>> = {
  'complaint.filed': hooked,
  'complaint.deficient': told,
  'notice.awaiting_service': ['serveByMail'],
  'notice.service_failed': ['resolveEscalations'],
  'notice.served': told,
  'notice.acknowledged': hooked,
  'notice.supplement_requested': told,
  'notice.supplemented': told,
  'notice.decided': [...told, 'resolveEscalations'],
  'notice.closed': hooked,
  'notice.withdrawn': [...hooked, 'resolveEscalations', 'callBackMail'],
  'item.actioned': [...hooked, 'resolveEscalations'],
  'item.refused': [...hooked, 'resolveEscalations'],
  'item.appealed': told,
  'item.reappeared': told,
  'item.report_disputed': ['resolveEscalations'],
  'item.restore_due': told,
  'item.kept_delinked': ['resolveEscalations'],
  'item.released': ['resolveEscalations'],
  'item.restored': [...hooked, 'resolveEscalations'],
  'counter_notice.received': hooked,
  'counter_notice.forwarded': told,
  'counter_notice.rejected': [...hooked, 'resolveEscalations'],
  'proceeding.recorded': [...told, 'resolveEscalations'],
  'proceeding.ended': told,
  'order.recorded': [...told, 'resolveEscalations'],
  'order.ended': [...told, 'resolveEscalations'],
  'deadline.reminder': told,
  'deadline.breached': [...told, 'escalateBreaches'],
  'escalation.opened': told,
  'escalation.updated': hooked,
  'platform.joined': ['servePlatform'],
  'platform.left': ['serveByMail'],
  'platform.contact_changed': ['serveByMail'],
  'authorization.submitted': told,
  'authorization.approved': told,
  'authorization.rejected': told,
  'authorization.frozen': told,
  'authorization.revoked': told,
  'authorization.expiring': told,
  'warning_list.published': told,
  'webhook_endpoint.disabled': ['tellOfDisabledEndpoint'],
};
