import { Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { PlatformChoice } from '../../parts/platform-choice.js';
import { useToast } from '../../shell/toast.js';
import { words } from './words.js';

type Unrouted = Schemas['UnroutedTargetView'];
type Assignment = Schemas['AssignmentRequest'];

const assign = (id: string, body: Assignment, headers: { 'Idempotency-Key': string }) =>
  taken(api.POST('/v1/unrouted-targets/{id}/assignment', { params: { path: { id } }, body, headers }));

function useDone(word: 'assigned' | 'noted'): () => void {
  const toast = useToast();
  return () => {
    void toast.success(words.say(word));
    void queries.invalidateQueries({ queryKey: ['unrouted-targets'] });
  };
}

/** Who answers for the address: the notice is served on it at once. */
export function AssignDialog({
  target,
  platformId,
  close,
}: {
  target: Unrouted;
  platformId?: string | undefined;
  close: () => void;
}) {
  const say = words.use();
  const done = useDone('assigned');
  return (
    <ActDialog
      title={`${say('assign')} · ${target.host ?? target.complaintNumber}`}
      meaning={say('assignMeaning')}
      submit={say('assign')}
      initial={platformId ? { platformId } : {}}
      close={close}
      act={(body: Assignment, headers) => assign(target.id, body, headers)}
      done={done}
    >
      <Form.Item name="platformId" label={say('platform')} rules={[{ required: true, message: say('required') }]}>
        <PlatformChoice label={say('platform')} />
      </Form.Item>
    </ActDialog>
  );
}

export function NobodyDialog({ target, close }: { target: Unrouted; close: () => void }) {
  const say = words.use();
  const done = useDone('noted');
  return (
    <ActDialog
      title={`${say('none')} · ${target.host ?? target.complaintNumber}`}
      meaning={say('noneMeaning')}
      submit={say('none')}
      isDangerous
      close={close}
      act={({ reason }: { reason: string }, headers) => assign(target.id, { noRespondent: true, reason }, headers)}
      done={done}
    >
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('required') }]}
      >
        <Input.TextArea autoFocus maxLength={2000} rows={3} />
      </Form.Item>
    </ActDialog>
  );
}
