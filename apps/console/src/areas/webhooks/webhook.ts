import { api, type Schemas, taken, takenWithTag } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { queries } from '../../api/queries.js';

export type Endpoint = Schemas['EndpointView'];
export type RegisteredEndpoint = Schemas['RegisteredEndpointView'];
export type Delivery = Schemas['DeliveryView'];
export type Attempt = Schemas['AttemptView'];
export type EventType = NonNullable<Schemas['TestEndpointRequest']['type']>;

/** Every type that an endpoint can be told of; one that the API adds and this lacks does not compile. */
const every: Record<EventType, true> = {
  'complaint.filed': true,
  'complaint.deficient': true,
  'notice.served': true,
  'notice.acknowledged': true,
  'notice.supplement_requested': true,
  'notice.supplemented': true,
  'notice.decided': true,
  'notice.closed': true,
  'notice.withdrawn': true,
  'item.actioned': true,
  'item.refused': true,
  'item.appealed': true,
  'item.reappeared': true,
  'item.restore_due': true,
  'item.restored': true,
  'counter_notice.received': true,
  'counter_notice.forwarded': true,
  'counter_notice.rejected': true,
  'proceeding.recorded': true,
  'proceeding.ended': true,
  'order.recorded': true,
  'order.ended': true,
  'deadline.reminder': true,
  'deadline.breached': true,
  'account.repeat_infringer': true,
  'account.decided': true,
  'escalation.opened': true,
  'escalation.updated': true,
  'case.opened': true,
  'measure.recorded': true,
  'bulk.completed': true,
  'green_channel.changed': true,
  'authorization.submitted': true,
  'authorization.approved': true,
  'authorization.rejected': true,
  'authorization.frozen': true,
  'authorization.revoked': true,
  'authorization.expiring': true,
  'warning_list.published': true,
};
export const eventTypes = Object.keys(every) as EventType[];

export const endpointQuery = (id: string) => ({
  queryKey: ['webhook-endpoint', id],
  queryFn: async () => {
    const { data, tag } = await takenWithTag(api.GET('/v1/webhook-endpoints/{id}', { params: { path: { id } } }));
    return { endpoint: data, tag };
  },
});

/** After an act upon an endpoint: what is shown of it is old. */
export function readEndpointAgain(id: string): void {
  void queries.invalidateQueries({ queryKey: ['webhook-endpoints'] });
  void queries.invalidateQueries({ queryKey: ['webhook-endpoint', id] });
  void queries.invalidateQueries({ queryKey: ['webhook-deliveries', id] });
}

/** Changes the version that was read. Where somebody else was first, what they made of it is read before trying again. */
export async function changeEndpoint(
  { id, tag }: { id: string; tag: string | null },
  body: Schemas['ChangeEndpointRequest'],
  headers: { 'Idempotency-Key': string },
): Promise<Endpoint> {
  try {
    return await taken(
      api.PATCH('/v1/webhook-endpoints/{id}', {
        params: { path: { id } },
        headers: { ...headers, ...(tag && { 'If-Match': tag }) },
        body,
      }),
    );
  } catch (failure) {
    if (isProblem(failure) && failure.status === 412) readEndpointAgain(id);
    throw failure;
  }
}
