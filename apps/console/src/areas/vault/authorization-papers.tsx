import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { TargetLink } from '../../parts/target-link.js';
import type { ReadAuthorization } from './authorization-page.js';
import './vault.css';
import { words } from './words.js';

/** The papers of a power of attorney: texts, links, files. */
export function AuthorizationPapers({
  authorization: { id, documents },
}: {
  authorization: ReadAuthorization['authorization'];
}) {
  const say = words.use();
  const files = useQuery({
    queryKey: ['authorization', id, 'files'],
    queryFn: async () => (await taken(api.GET('/v1/authorizations/{id}/files', { params: { path: { id } } }))).data,
  });
  return (
    <section className="panel" aria-label={say('authorizations.documents')}>
      <h2>{say('authorizations.documents')}</h2>
      {documents.length === 0 && <p className="quiet">{say('authorizations.noDocuments')}</p>}
      <ul className="document-lines">
        {documents.map(({ text, url, fileId }) => (
          <li key={[text, url, fileId].join(' ')}>
            {text && <div className="typed">{text}</div>}
            {url && <TargetLink url={url} />}
            {fileId && (
              <a href={`/v1/authorizations/${id}/files/${fileId}/content`} target="_blank" rel="noreferrer">
                <PaperClipOutlined /> {files.data?.find((file) => file.id === fileId)?.name ?? fileId}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
