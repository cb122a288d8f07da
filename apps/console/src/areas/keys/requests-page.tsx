import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api, taken } from '../../api/client.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { RequestList } from './request-list.js';
import { words } from './request-words.js';
import { words as keyWords } from './words.js';

/** What an organization's systems have asked with one key. */
export function RequestsPage() {
  const say = words.use();
  const sayOfKey = keyWords.use();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['key', id],
    queryFn: () => taken(api.GET('/v1/api-keys/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <Link to="/keys">{say('all')}</Link>
      <Reading of={query} isPage>
        {(key) => (
          <>
            <PageHead
              title={`${say('title')} · ${key.name}`}
              note={
                <>
                  <code>{key.prefix}…</code> {say('note')}
                </>
              }
            >
              {key.state !== 'active' && <Tag>{sayOfKey(`states.${key.state}`)}</Tag>}
            </PageHead>
            <RequestList apiKey={key} />
          </>
        )}
      </Reading>
    </>
  );
}
