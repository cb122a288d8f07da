import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { ifMatch } from '../notices/acts/if-match.js';
import type { ReadAuthorization } from './authorization-page.js';
import { words } from './words.js';

type Act = ReadAuthorization['authorization']['allowedActions'][number];
const order: readonly Act[] = ['approve', 'reject', 'freeze', 'revoke'];

/** What the owner or the agent can do about a power of attorney now, as the server opens it. */
export function AuthorizationActs({ read: { authorization, tag } }: { read: ReadAuthorization }) {
  const say = words.use();
  const toast = useToast();
  const [open, setOpen] = useState<Act | null>(null);
  const { id, allowedActions } = authorization;
  return (
    <>
      {order
        .filter((act) => allowedActions.includes(act))
        .map((act) => (
          <Button
            key={act}
            type={act === 'approve' ? 'primary' : 'default'}
            danger={act === 'revoke'}
            onClick={() => setOpen(act)}
          >
            {say(`authorizations.acts.${act}`)}
          </Button>
        ))}
      {open && (
        <ActDialog<{ reason?: string }, unknown>
          title={say(`authorizations.acts.${open}`)}
          meaning={say(`authorizations.means.${open}`)}
          submit={say(`authorizations.acts.${open}`)}
          isDangerous={open !== 'approve'}
          act={({ reason = '' }, headers) => {
            const of = { params: { path: { id } }, headers: { ...headers, ...ifMatch(tag) } };
            if (open === 'revoke') {
              return taken(api.POST('/v1/authorizations/{id}/revocation', { ...of, body: { reason } }));
            }
            const body = { decision: open, ...(reason.trim() && { reason: reason.trim() }) };
            return taken(api.POST('/v1/authorizations/{id}/approval', { ...of, body }));
          }}
          done={() => {
            for (const queryKey of [['authorization', id], ['authorizations']]) {
              void queries.invalidateQueries({ queryKey });
            }
            void toast.success(say('authorizations.done'));
          }}
          close={() => setOpen(null)}
        >
          <Form.Item
            name="reason"
            label={say('authorizations.reason')}
            rules={open === 'approve' ? [] : [{ required: true, message: say('needed') }]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
