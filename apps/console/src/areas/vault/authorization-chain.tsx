import { Tag } from 'antd';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { Reading } from '../../parts/reading.js';
import { authorizationColour } from './authorization-colour.js';
import { type ReadAuthorization, useAuthorization } from './authorization-page.js';
import { words } from './words.js';

type Authorization = ReadAuthorization['authorization'];

/** From whom the right comes: each authorization stands upon the one above it. */
export function AuthorizationChain({ authorization }: { authorization: Authorization }) {
  const say = words.use();
  if (!authorization.parentAuthorizationId) return null;
  return (
    <section className="panel" aria-label={say('authorizations.chain')}>
      <h2>{say('authorizations.chain')}</h2>
      <ul className="chain">
        <Above id={authorization.parentAuthorizationId} />
        <ChainLine authorization={authorization} />
      </ul>
    </section>
  );
}

function Above({ id }: { id: string }) {
  const read = useAuthorization(id);
  return (
    <Reading of={read} rows={1}>
      {({ authorization }) => (
        <>
          {authorization.parentAuthorizationId && <Above id={authorization.parentAuthorizationId} />}
          <ChainLine authorization={authorization} />
        </>
      )}
    </Reading>
  );
}

function ChainLine({ authorization: { id, owner, agent, state } }: { authorization: Authorization }) {
  const label = useLabel();
  return (
    <li>
      <Link to={`/vault/authorizations/${id}`}>
        {owner.name} → {agent.name}
      </Link>{' '}
      <Tag color={authorizationColour(state)}>{label('authorizationStates', state)}</Tag>
    </li>
  );
}
