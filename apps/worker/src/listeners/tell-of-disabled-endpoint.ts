import { groupBy, unique } from '#kernel';
import { type NewLetter, writeLetters } from '#mail';
import type { Listener } from './listener.js';

/** A letter to the owners of an endpoint that is sent nothing any more. Three statements for any number of events. */
export const tellOfDisabledEndpoint: Listener = async (tx, now, events, { publicUrl }) => {
  const endpoints = await tx.query<Array<{ id: string; url: string; failingSince: Date | null }>>(
    'select id, url, failing_since as "failingSince" from webhook_endpoints where id = any($1)',
    [events.map(({ matterId }) => matterId)],
  );
  const owners = await tx.query<Array<{ organizationId: string; recipient: string; locale: 'zh' | 'en' }>>(
    `select organization_id as "organizationId", email as recipient, locale from members
     where organization_id = any($1) and role = 'owner' and email_confirmed_at is not null and disabled_at is null`,
    [unique(events.flatMap(({ audience }) => audience))],
  );
  const byOrganization = groupBy(owners, ({ organizationId }) => organizationId);
  const letters = events.flatMap(({ id, at, matterId, audience, data, trace }): NewLetter[] => {
    const endpoint = endpoints.find((one) => one.id === matterId);
    if (!endpoint) return []; // removed since
    const about = {
      // the path can hold a secret of the receiver's
      receiver: new URL(endpoint.url).origin,
      because: data['because'] as 'gone' | 'failing',
      failedAttempts: Number(data['failedAttempts']),
      failingSince: endpoint.failingSince?.toISOString() ?? at,
      url: `${publicUrl}/webhooks/${matterId}`,
    };
    return audience
      .flatMap((organizationId) => byOrganization.get(organizationId) ?? [])
      .map((owner) => ({
        ...owner,
        onceKey: `${id}:${owner.recipient}`,
        template: 'endpoint_disabled',
        data: about,
        trace,
      }));
  });
  await writeLetters(tx, now, letters);
};
