import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, taken } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { useSignedIn } from '../../api/me.js';
import type { Draft } from './draft.js';
import { Field, TextField } from './field.js';
import { words } from './words.js';

type Principal = NonNullable<Draft['principal']>;

/** The rights holder for whom an agent files, and the authorization that lets it. */
export function PrincipalFields({ principal, put }: { principal: Principal; put: (changes: Principal) => void }) {
  const say = words.use();
  const label = useLabel();
  const own = useSignedIn().organization.id;
  const authorizations = useQuery({
    queryKey: ['authorizations', 'choice'],
    queryFn: () => taken(api.GET('/v1/authorizations', { params: { query: { limit: 100 } } })),
  });
  const usable = (authorizations.data?.data ?? []).filter(
    ({ state, agent }) => agent.organizationId === own && (state === 'approved' || state === 'pending'),
  );
  return (
    <div className="filing-row is-many">
      <Field
        id="filing-authorization"
        label={say('authorization')}
        hint={authorizations.data && usable.length === 0 && say('noAuthorizations')}
        of={['authorization']}
      >
        <Select
          id="filing-authorization"
          allowClear
          placeholder={say('noAuthorization')}
          value={principal.authorizationId || undefined}
          loading={authorizations.isPending}
          onChange={(authorizationId?: string) => {
            const chosen = usable.find(({ id }) => id === authorizationId);
            put({ authorizationId: authorizationId ?? '', ...(chosen && { name: chosen.owner.name }) });
          }}
          options={usable.map(({ id, owner, state, validFrom, validUntil }) => ({
            value: id,
            label: `${owner.name} · ${validUntil ? `${validFrom} – ${validUntil}` : say('from', { from: validFrom })} · ${label('authorizationStates', state)}`,
          }))}
        />
      </Field>
      <TextField
        id="filing-principal-name"
        label={say('principalName')}
        of={['name']}
        value={principal.name ?? ''}
        max={200}
        put={(name) => put({ name })}
      />
      <TextField
        id="filing-principal-email"
        label={say('principalContact')}
        value={principal.email ?? ''}
        max={320}
        put={(email) => put({ email })}
      />
      <TextField
        id="filing-principal-address"
        label={say('principalAddress')}
        value={principal.address ?? ''}
        max={500}
        put={(address) => put({ address })}
      />
    </div>
  );
}
