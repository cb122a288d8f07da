import type { Schemas } from '../../api/client.js';
import { CopyText } from '../../parts/copy-text.js';
import { moment } from '../../words/dates.js';
import { words } from './words.js';

/** When the notice reached the platform, by its place in the log. */
export function PacketService({ service }: { service: Schemas['ServiceView'] }) {
  const say = words.use();
  const { servedAt, eventId, eventHash, platform } = service;
  return (
    <section className="panel" aria-labelledby="packet-service">
      <h2 id="packet-service">{say('service')}</h2>
      <dl>
        <dt>{say('served')}</dt>
        <dd>
          {servedAt ? moment(servedAt) : '—'} · {platform.name}
        </dd>
        <dt>{say('serviceHow')}</dt>
        <dd>{say('inbox')}</dd>
        {eventId && (
          <>
            <dt>{say('serviceEvent')}</dt>
            <dd className="packet-hash">{eventId}</dd>
          </>
        )}
        {eventHash && (
          <>
            <dt>{say('serviceHash')}</dt>
            <dd className="packet-hash">
              {eventHash} <CopyText text={eventHash} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
