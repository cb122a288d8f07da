import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { Reading } from '../../parts/reading.js';
import { words } from './words.js';

const shown = 5;

/** The notices whose clocks run out first. */
export function NearestDeadlines() {
  const say = words.use();
  const label = useLabel();
  const { organization } = useSignedIn();
  const folder = organization.kind === 'platform' ? '/inbox' : '/notices';
  const query = useQuery({
    queryKey: ['notices', 'nearest'],
    queryFn: () => taken(api.GET('/v1/notices', { params: { query: { sort: 'due', limit: shown } } })),
  });
  return (
    <section aria-label={say('nearest')}>
      <h2>{say('nearest')}</h2>
      <Reading of={query} rows={shown}>
        {({ data }) => {
          const running = data.flatMap(({ nextDeadline, ...notice }) =>
            nextDeadline ? [{ ...notice, nextDeadline }] : [],
          );
          if (running.length === 0) return <p className="panel quiet">{say('noClock')}</p>;
          return (
            <ul className="panel nearest-list">
              {running.map(({ id, number, title, nextDeadline }) => (
                <li key={id}>
                  <Link to={`${folder}/${id}`}>{number}</Link>
                  <span className="clipped" title={title}>
                    {title}
                  </span>
                  <small className="quiet">{label('rules', nextDeadline.rule)}</small>
                  <DeadlineChip clock={{ ...nextDeadline, state: 'running' }} compact />
                </li>
              ))}
            </ul>
          );
        }}
      </Reading>
    </section>
  );
}
