/** The events that an endpoint can ask for: the list of the API contract (§5), and what else an integrator has to act on. */
export const webhookEventTypes = [
  'complaint.filed',
  'complaint.deficient',
  'notice.served',
  'notice.acknowledged',
  'notice.supplement_requested',
  'notice.supplemented',
  'notice.decided',
  'notice.closed',
  'notice.withdrawn',
  'item.actioned',
  'item.refused',
  'item.appealed',
  'item.reappeared',
  'item.restore_due',
  'item.restored',
  'counter_notice.received',
  'counter_notice.forwarded',
  'counter_notice.rejected',
  'proceeding.recorded',
  'proceeding.ended',
  'order.recorded',
  'order.ended',
  'deadline.reminder',
  'deadline.breached',
  'account.repeat_infringer',
  'account.decided',
  'escalation.opened',
  'escalation.updated',
  'case.opened',
  'measure.recorded',
  'bulk.completed',
  'green_channel.changed',
  'authorization.submitted',
  'authorization.approved',
  'authorization.rejected',
  'authorization.frozen',
  'authorization.revoked',
  'authorization.expiring',
  'warning_list.published',
] as const;

export type WebhookEventType = (typeof webhookEventTypes)[number];

/** What an endpoint's filter can hold: a type, or all of them. */
export const webhookEventFilters = ['*', ...webhookEventTypes] as const;

const known: ReadonlySet<string> = new Set(webhookEventTypes);

/** Events outside the contract (work inside a platform, bookkeeping) are nobody's news. */
export function isWebhookEventType(type: string): type is WebhookEventType {
  return known.has(type);
}
