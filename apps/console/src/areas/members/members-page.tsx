import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { usePages } from '../../api/pages.js';
import { EntryTable } from '../../parts/entry-table.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { date } from '../../words/dates.js';
import { InviteDialog } from './invite-dialog.js';
import { MemberActs } from './member-acts.js';
import { words } from './words.js';

export type Member = Schemas['MemberView'];

export function MembersPage() {
  const say = words.use();
  const me = useSignedIn();
  const [isInviting, setInviting] = useState(false);
  const pages = usePages<Member>(['members'], (after) =>
    taken(api.GET('/v1/members', { params: { query: { after } } })),
  );
  return (
    <>
      <PageHead title={say('title')} note={say('note')}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setInviting(true)}>
          {say('invite')}
        </Button>
      </PageHead>
      <EntryTable
        label={say('title')}
        pages={pages}
        file={fileOf('/v1/members')}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          {
            key: 'name',
            title: say('name'),
            show: ({ id, name, email }) => (
              <>
                {name} {id === me.member?.id && <Tag>{say('you')}</Tag>}
                <div className="quiet">{email}</div>
              </>
            ),
          },
          { key: 'role', title: say('role'), width: '110px', show: ({ role }) => say(`roles.${role}`) },
          { key: 'state', title: say('state'), width: '210px', show: (member) => <MemberState member={member} /> },
          { key: 'since', title: say('since'), width: '140px', show: ({ createdAt }) => date(createdAt) },
          { key: 'acts', title: say('acts'), width: '260px', show: (member) => <MemberActs member={member} /> },
        ]}
      />
      {isInviting && <InviteDialog close={() => setInviting(false)} />}
    </>
  );
}

function MemberState({ member }: { member: Member }) {
  const say = words.use();
  return (
    <>
      <Tag color={member.isDisabled ? 'default' : 'green'}>{say(member.isDisabled ? 'disabled' : 'active')}</Tag>
      {!member.isEmailConfirmed && <Tag color="gold">{say('unconfirmed')}</Tag>}
      {member.hasTotp && <Tag color="blue">{say('totp')}</Tag>}
    </>
  );
}
