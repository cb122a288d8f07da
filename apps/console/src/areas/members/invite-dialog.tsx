import { Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { currentLanguage } from '../../words/language.js';
import { RoleChoice } from './role-choice.js';
import { words } from './words.js';

type Invitation = Schemas['InviteMemberRequest'];

export function InviteDialog({ close }: { close: () => void }) {
  const say = words.use();
  const toast = useToast();
  const required = { required: true, whitespace: true, message: say('required') };
  return (
    <ActDialog
      title={say('invite')}
      submit={say('invite')}
      initial={{ role: 'handler' } as Partial<Invitation>}
      close={close}
      act={(body: Invitation, headers) =>
        taken(api.POST('/v1/members', { body: { ...body, locale: currentLanguage() }, headers }))
      }
      done={() => {
        void queries.invalidateQueries({ queryKey: ['members'] });
        void toast.success(say('invited'));
      }}
    >
      <Form.Item name="name" label={say('name')} rules={[required]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="email" label={say('email')} rules={[required]}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      <RoleChoice />
    </ActDialog>
  );
}
