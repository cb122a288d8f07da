import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { EntryTable } from '../../parts/entry-table.js';
import { GuideLink } from '../../parts/guide-link.js';
import { PageHead } from '../../parts/page-head.js';
import { EndpointState } from './endpoint-state.js';
import { EventFilter } from './event-filter.js';
import { FirstExample } from './first-example.js';
import { RegisterDialog } from './register-dialog.js';
import { SecretShown } from './secret-shown.js';
import type { Endpoint, RegisteredEndpoint } from './webhook.js';
import './webhooks.css';
import { words } from './words.js';

/** The endpoints of an organization, or the way to a first one. */
export function WebhooksPage() {
  const say = words.use();
  const [isRegistering, setRegistering] = useState(false);
  const [fresh, setFresh] = useState<RegisteredEndpoint | null>(null);
  const pages = usePages<Endpoint>(['webhook-endpoints'], (after) =>
    taken(api.GET('/v1/webhook-endpoints', { params: { query: { after } } })),
  );
  return (
    <>
      <PageHead
        title={say('menu')}
        note={
          <>
            {say('note')} <GuideLink />
          </>
        }
      >
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)}>
          {say('register')}
        </Button>
      </PageHead>
      {fresh && <SecretShown made={fresh} kept={() => setFresh(null)} leadsToTest />}
      <EntryTable
        label={say('menu')}
        pages={pages}
        nothing={<FirstExample />}
        columns={[
          {
            key: 'url',
            title: say('url'),
            show: ({ id, url, description }) => (
              <>
                <Link to={`/webhooks/${id}`}>{url}</Link>
                {description && <div className="quiet">{description}</div>}
              </>
            ),
          },
          { key: 'events', title: say('events'), width: '34%', show: ({ events }) => <EventFilter events={events} /> },
          {
            key: 'state',
            title: say('state'),
            width: '26%',
            show: (endpoint) => <EndpointState endpoint={endpoint} />,
          },
        ]}
      />
      {isRegistering && <RegisterDialog close={() => setRegistering(false)} registered={setFresh} />}
    </>
  );
}
