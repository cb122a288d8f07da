import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { Nothing } from '../../parts/nothing.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { words } from './words.js';

/** What the platform's own people say to each other about a notice; nobody outside ever reads it. */
export function Notes({ id }: { id: string }) {
  const say = words.use();
  const notes = useQuery({
    queryKey: ['notice', id, 'notes'],
    queryFn: () => taken(api.GET('/v1/notices/{id}/notes', { params: { path: { id }, query: { limit: 200 } } })),
  });
  return (
    <Reading of={notes} rows={2}>
      {({ data }) =>
        data.length === 0 ? (
          <Nothing why={say('notes.nothing')} />
        ) : (
          <ol className="inbox-notes">
            {data.map(({ id: noteId, text, member, createdAt }) => (
              <li key={noteId}>
                <div className="quiet">
                  {member?.name} · {moment(createdAt)}
                </div>
                <div className="inbox-note-text">{text}</div>
              </li>
            ))}
          </ol>
        )
      }
    </Reading>
  );
}
