import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { CopyText } from '../../parts/copy-text.js';
import { Fact, Facts } from '../../parts/facts.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { Deliveries } from './deliveries.js';
import { EndpointActs } from './endpoint-acts.js';
import { EndpointState } from './endpoint-state.js';
import { EventFilter } from './event-filter.js';
import { SecretShown } from './secret-shown.js';
import { type Endpoint, endpointQuery, type RegisteredEndpoint } from './webhook.js';
import './webhooks.css';
import { words } from './words.js';

/** One endpoint: how it stands, what can be done with it, and what was sent to it. */
export function EndpointPage() {
  const say = words.use();
  const { id = '' } = useParams();
  const query = useQuery(endpointQuery(id));
  const [fresh, setFresh] = useState<RegisteredEndpoint | null>(null);
  return (
    <>
      <Link to="/webhooks">{say('all')}</Link>
      <Reading of={query} isPage>
        {({ endpoint, tag }) => (
          <>
            <PageHead title={endpoint.url} note={endpoint.description}>
              <EndpointActs endpoint={endpoint} tag={tag} rotated={setFresh} />
            </PageHead>
            {fresh && <SecretShown made={fresh} kept={() => setFresh(null)} />}
            <EndpointFacts endpoint={endpoint} />
            <Deliveries endpointId={endpoint.id} />
          </>
        )}
      </Reading>
    </>
  );
}

function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const say = words.use();
  const { events, signatures, publicKey, previousSecretValidUntil, createdAt } = endpoint;
  return (
    <section className="panel endpoint-facts" aria-label={say('endpoint')}>
      <Facts>
        <Fact name={say('state')}>
          <EndpointState endpoint={endpoint} />
        </Fact>
        <Fact name={say('events')}>
          <EventFilter events={events} all />
        </Fact>
        <Fact name={say('signatures')}>{signatures.join(' · ')}</Fact>
        <Fact name={say('publicKey')}>
          {publicKey && (
            <>
              <code>{publicKey}</code> <CopyText text={publicKey} />
            </>
          )}
        </Fact>
        <Fact name={say('oldSecret')}>
          {previousSecretValidUntil && say('oldSecretUntil', { at: moment(previousSecretValidUntil) })}
        </Fact>
        <Fact name={say('createdAt')}>{moment(createdAt)}</Fact>
      </Facts>
    </section>
  );
}
