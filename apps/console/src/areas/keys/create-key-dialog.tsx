import { Checkbox, DatePicker, Form, Input } from 'antd';
import { api, taken } from '../../api/client.js';
import { type Scope, useSignedIn } from '../../api/me.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import type { NewApiKey } from './keys-page.js';
import { words } from './words.js';

interface Wanted {
  name: string;
  scopes: Scope[];
  expiresAt?: { toISOString(): string } | null;
  allowedCidrs?: string;
}

export function CreateKeyDialog({ close, created }: { close: () => void; created: (key: NewApiKey) => void }) {
  const say = words.use();
  const me = useSignedIn();
  const required = { required: true, message: say('required') };
  return (
    <ActDialog
      title={say('create')}
      submit={say('create')}
      close={close}
      act={({ name, scopes, expiresAt, allowedCidrs }: Wanted, headers) =>
        taken(
          api.POST('/v1/api-keys', {
            headers,
            body: {
              name,
              scopes,
              expiresAt: expiresAt?.toISOString(),
              allowedCidrs: allowedCidrs?.split(/\s+/).filter(Boolean),
            },
          }),
        )
      }
      done={(key) => {
        created(key);
        void queries.invalidateQueries({ queryKey: ['keys'] });
      }}
    >
      <Form.Item name="name" label={say('name')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={100} placeholder={say('nameHint')} autoFocus />
      </Form.Item>
      <Form.Item name="scopes" label={say('scopes')} rules={[required]}>
        <Checkbox.Group options={me.scopes.map((value) => ({ value, label: say(`scopeNames.${value}`) }))} />
      </Form.Item>
      <Form.Item name="expiresAt" label={say('expiresAt')} extra={say('never')}>
        <DatePicker showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="allowedCidrs" label={say('allowedCidrs')} extra={say('allowedCidrsHint')}>
        <Input.TextArea rows={2} maxLength={3000} />
      </Form.Item>
    </ActDialog>
  );
}
