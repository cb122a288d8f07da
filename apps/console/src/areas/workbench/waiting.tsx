import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { hasScope, type Me, type OrganizationKind, useSignedIn } from '../../api/me.js';
import { LinkButton } from '../../parts/link-button.js';
import { Nothing } from '../../parts/nothing.js';
import { Reading } from '../../parts/reading.js';
import { menuOf, titleOf } from '../area.js';
import { listAddress } from './list-address.js';
import { words } from './words.js';

type Entry = Schemas['WaitingView'];
type Cards = (typeof words.zh)['cards'];

const sideOf: Record<OrganizationKind, keyof Cards> = {
  platform: 'platform',
  rights_holder: 'complainant',
  agent: 'complainant',
  regulator: 'regulator',
  operator: 'operator',
};
const urgent = new Set(['overdue', 'restoreDue']);

/** A card for each thing that waits: how many, and the list that shows exactly these. */
export function Waiting() {
  const say = words.use();
  const me = useSignedIn();
  const query = useQuery({ queryKey: ['workbench'], queryFn: () => taken(api.GET('/v1/workbench')) });
  return (
    <section aria-label={say('waiting')}>
      <h2>{say('waiting')}</h2>
      <Reading of={query} rows={3}>
        {({ waiting }) =>
          waiting.some(({ count }) => count > 0) ? (
            <ul className="waiting-cards">
              {waiting.map((entry) => (
                <WaitingCard key={entry.key} entry={entry} kind={me.organization.kind} />
              ))}
            </ul>
          ) : (
            <Nothing why={say('nothing')}>
              <p>{say('nothingNote')}</p>
              <NextStep me={me} />
            </Nothing>
          )
        }
      </Reading>
    </section>
  );
}

function WaitingCard({ entry: { key, count, isMore, list }, kind }: { entry: Entry; kind: OrganizationKind }) {
  const say = words.use();
  const side = sideOf[kind];
  const known = key in words.zh.cards[side];
  const title = known ? say(`cards.${side}.${key}.title` as Parameters<typeof say>[0]) : key;
  const shown = isMore ? `${count}+` : String(count);
  const tone = count === 0 ? ' is-none' : urgent.has(key) ? ' is-urgent' : '';
  return (
    <li className={`waiting-card${tone}`}>
      <Link to={listAddress(list, kind)}>
        <b>{shown}</b>
        <span>{title}</span>
        {known && <small>{say(`cards.${side}.${key}.what` as Parameters<typeof say>[0])}</small>}
      </Link>
    </li>
  );
}

/** Who files complaints goes on with one; others with the work place that comes next in their menu. */
function NextStep({ me }: { me: Me }) {
  const say = words.use();
  if (hasScope(me, 'complaints:write')) {
    return (
      <LinkButton type="primary" to="/file">
        {say('file')}
      </LinkButton>
    );
  }
  const next = menuOf(me).find(({ path, group }) => group === 'work' && path !== '/workbench');
  return next && <LinkButton to={next.path}>{say('goOn', { title: titleOf(next) })}</LinkButton>;
}
