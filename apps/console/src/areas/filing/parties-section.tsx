import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { api, taken } from '../../api/client.js';
import { Reading } from '../../parts/reading.js';
import { ofParty } from './missing.js';
import type { Draft } from './draft.js';
import { Lacks } from './lacks.js';
import { PartyFields } from './party-fields.js';
import { PrincipalFields } from './principal-fields.js';
import { ProfileShown } from './profile-shown.js';
import type { Change } from './use-draft.js';
import { words } from './words.js';

/** Who complains, and for whom. */
export function PartiesSection({ draft, change, ownName }: { draft: Draft; change: Change; ownName: string }) {
  const say = words.use();
  const navigate = useNavigate();
  const { complainant, principal } = draft;
  const organization = useQuery({ queryKey: ['organization'], queryFn: () => taken(api.GET('/v1/organization')) });
  const { name = ownName, profile = {} } = organization.data ?? {};
  return (
    <section className="panel filing-section">
      <h2>
        <b>3</b> {say('section.parties')}
      </h2>
      <div className="filing-field" role="group" aria-label={say('complainant')}>
        <span className="filing-label">{say('complainant')}</span>
        <Segmented
          value={complainant ? 'other' : 'own'}
          onChange={(choice) => change({ complainant: choice === 'own' ? null : { ...profile, name } })}
          options={[
            { value: 'own', label: say('ownProfile') },
            { value: 'other', label: say('otherParty') },
          ]}
        />
      </div>
      {complainant ? (
        <PartyFields
          party={complainant}
          ownName={name}
          put={(changes) => change((before) => ({ complainant: { ...before.complainant, ...changes } }))}
        />
      ) : (
        <Reading of={organization} rows={3}>
          {(own) => (
            <>
              <ProfileShown name={own.name} profile={own.profile} />
              <Lacks of={ofParty} />
              <Button id="filing-profile" onClick={() => void navigate('/organization')}>
                {say('editProfile')}
              </Button>
            </>
          )}
        </Reading>
      )}
      <Checkbox
        className="filing-check"
        checked={principal !== null}
        onChange={({ target }) => change({ principal: target.checked ? {} : null })}
      >
        {say('onBehalf')}
      </Checkbox>
      {principal && (
        <PrincipalFields
          principal={principal}
          put={(changes) => change((before) => ({ principal: { ...before.principal, ...changes } }))}
        />
      )}
    </section>
  );
}
