import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { EntryTable } from '../../parts/entry-table.js';
import { GuideLink } from '../../parts/guide-link.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { moment } from '../../words/dates.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { KeyActs } from './key-acts.js';
import { ShownOnce } from './shown-once.js';
import { words } from './words.js';

export type ApiKey = Schemas['ApiKeyView'];
export type NewApiKey = Schemas['NewApiKeyView'];

export function KeysPage() {
  const say = words.use();
  const [isCreating, setCreating] = useState(false);
  const [fresh, setFresh] = useState<NewApiKey | null>(null);
  const pages = usePages<ApiKey>(['keys'], (after) => taken(api.GET('/v1/api-keys', { params: { query: { after } } })));
  return (
    <>
      <PageHead
        title={say('title')}
        note={
          <>
            {say('note')} <GuideLink />
          </>
        }
      >
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {say('create')}
        </Button>
      </PageHead>
      {fresh && <ShownOnce made={fresh} kept={() => setFresh(null)} />}
      <EntryTable
        label={say('title')}
        pages={pages}
        file={fileOf('/v1/api-keys')}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          {
            key: 'name',
            title: say('name'),
            show: ({ name, prefix }) => (
              <>
                {name} <div className="quiet">{prefix}…</div>
              </>
            ),
          },
          {
            key: 'scopes',
            title: say('scopes'),
            show: ({ scopes }) => scopes.map((scope) => <Tag key={scope}>{say(`scopeNames.${scope}`)}</Tag>),
          },
          {
            key: 'state',
            title: say('state'),
            width: '100px',
            show: ({ state }) => <Tag color={state === 'active' ? 'green' : 'default'}>{say(`states.${state}`)}</Tag>,
          },
          {
            key: 'expires',
            title: say('expiresAt'),
            width: '160px',
            show: ({ expiresAt }) => (expiresAt ? moment(expiresAt) : say('never')),
          },
          {
            key: 'used',
            title: say('lastUsed'),
            width: '160px',
            show: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : say('unused')),
          },
          {
            key: 'acts',
            title: say('acts'),
            width: '210px',
            show: (key) => (
              <>
                <Link to={`/keys/${key.id}/requests`}>{say('requests')}</Link>
                {key.state === 'active' && <KeyActs apiKey={key} rolled={setFresh} />}
              </>
            ),
          },
        ]}
      />
      {isCreating && <CreateKeyDialog close={() => setCreating(false)} created={setFresh} />}
    </>
  );
}
