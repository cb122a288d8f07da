import { Form } from 'antd';
import { api, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { MomentField } from '../../parts/moment-field.js';
import { useToast } from '../../shell/toast.js';
import { readEndpointAgain } from './webhook.js';
import { words } from './words.js';

/** After an outage: what was given up, and what passed the endpoint by, is sent from an instant on. */
export function RecoverDialog({ id, close }: { id: string; close: () => void }) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog
      title={say('recover')}
      meaning={say('recoverMeaning')}
      submit={say('recover')}
      close={close}
      act={({ since }: { since: string }, headers) =>
        taken(api.POST('/v1/webhook-endpoints/{id}/recover', { params: { path: { id } }, headers, body: { since } }))
      }
      done={({ resent, missed, hasMore }) => {
        void toast.success(say(hasMore ? 'recoveredMore' : 'recovered', { resent, missed }));
        readEndpointAgain(id);
      }}
    >
      <Form.Item name="since" label={say('since')} rules={[{ required: true, message: say('required') }]}>
        <MomentField />
      </Form.Item>
    </ActDialog>
  );
}
