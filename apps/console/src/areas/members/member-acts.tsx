import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import type { Member } from './members-page.js';
import { RoleChoice } from './role-choice.js';
import { words } from './words.js';

type Change = Schemas['AmendMemberRequest'];

const again = () => void queries.invalidateQueries({ queryKey: ['members'] });

/** What an owner may do about another member; about oneself the server refuses what would lock everybody out. */
export function MemberActs({ member }: { member: Member }) {
  const say = words.use();
  const me = useSignedIn();
  const [asks, setAsks] = useState<'change' | 'disable' | 'resetTotp' | null>(null);
  const { id } = member;
  const close = () => setAsks(null);
  const amend = (body: Change) => taken(api.PATCH('/v1/members/{id}', { params: { path: { id } }, body }));
  if (id === me.member?.id) return null;
  return (
    <>
      <Button size="small" type="text" onClick={() => setAsks('change')}>
        {say('change')}
      </Button>
      {member.isDisabled ? (
        <Button size="small" type="text" onClick={() => void amend({ isDisabled: false }).then(again)}>
          {say('enable')}
        </Button>
      ) : (
        <Button size="small" type="text" danger onClick={() => setAsks('disable')}>
          {say('disable')}
        </Button>
      )}
      {member.hasTotp && (
        <Button size="small" type="text" onClick={() => setAsks('resetTotp')}>
          {say('resetTotp')}
        </Button>
      )}
      {asks === 'change' && (
        <ActDialog
          title={`${say('change')} · ${member.name}`}
          submit={say('change')}
          initial={{ role: member.role } as Partial<Change>}
          close={close}
          act={amend}
          done={again}
        >
          <RoleChoice />
        </ActDialog>
      )}
      {asks === 'disable' && (
        <ActDialog
          title={`${say('disable')} · ${member.name}`}
          meaning={say('disableMeaning')}
          submit={say('disable')}
          isDangerous
          close={close}
          act={() => amend({ isDisabled: true })}
          done={again}
        />
      )}
      {asks === 'resetTotp' && (
        <ActDialog
          title={`${say('resetTotp')} · ${member.name}`}
          meaning={say('resetTotpMeaning')}
          submit={say('resetTotp')}
          isDangerous
          close={close}
          act={() => taken(api.DELETE('/v1/members/{id}/totp', { params: { path: { id } } }))}
          done={again}
        />
      )}
    </>
  );
}
