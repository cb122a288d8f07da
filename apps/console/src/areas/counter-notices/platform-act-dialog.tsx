import { Form, Input, Radio, Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { ifMatch } from '../notices/acts/if-match.js';
import { useNotice } from '../notices/use-notice.js';
import type { CounterNotice, ReadCounterNotice } from './use-counter-notice.js';
import { words } from './words.js';

export type PlatformAct = 'forward' | 'reject' | 'decide' | 'keep' | 'restore' | 'arrival';

interface ActInput {
  missing?: Schemas['RejectionRequest']['missing'];
  note?: string;
  outcome?: string;
}

type Headers = { 'Idempotency-Key': string; 'If-Match'?: string };

/** What a platform does about its user's statement, each confirmed with what follows in law. */
export function PlatformActDialog({
  act,
  read: { counter, tag },
  readAgain,
  close,
}: {
  act: PlatformAct;
  read: ReadCounterNotice;
  readAgain: () => void;
  close: () => void;
}) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog<ActInput, unknown>
      title={say(`acts.${act}`)}
      meaning={say(`means.${act}`)}
      submit={say(`acts.${act}`)}
      isDangerous={act === 'reject'}
      act={(input, headers) => send(act, counter, input, { ...headers, ...ifMatch(tag) })}
      done={() => {
        readAgain();
        void toast.success(say('done'));
      }}
      close={close}
    >
      {act === 'reject' && <RejectionFields />}
      {act === 'decide' && <RulingFields counter={counter} />}
    </ActDialog>
  );
}

function send(act: PlatformAct, counter: CounterNotice, input: ActInput, headers: Headers): Promise<unknown> {
  const ofCounter = { params: { path: { id: counter.id } }, headers };
  const decide = (outcome: string) => {
    const decisions = [{ itemId: counter.itemId, outcome, ...(input.note && { note: input.note }) }];
    return taken(
      api.POST('/v1/notices/{id}/decisions', {
        params: { path: { id: counter.noticeId } },
        headers,
        body: { decisions } as Schemas['DecisionsRequest'],
      }),
    );
  };
  switch (act) {
    case 'forward':
      return taken(api.POST('/v1/counter-notices/{id}/forwarding', ofCounter));
    case 'arrival':
      return taken(api.POST('/v1/counter-notices/{id}/arrival', ofCounter));
    case 'reject':
      return taken(
        api.POST('/v1/counter-notices/{id}/rejection', {
          ...ofCounter,
          body: { missing: input.missing ?? [], note: input.note ?? '' },
        }),
      );
    case 'restore':
      return taken(api.POST('/v1/items/{id}/restoration', { params: { path: { id: counter.itemId } }, headers }));
    case 'keep':
      return decide('delinked');
    case 'decide':
      return decide(input.outcome ?? 'restored');
  }
}

const elements = ['name', 'contact', 'address', 'phone', 'identity', 'reasons', 'proof', 'truthfulness'] as const;

function RejectionFields() {
  const say = words.use();
  const label = useLabel();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <>
      <Form.Item name="missing" label={say('lacks')} rules={needed}>
        <Select
          mode="multiple"
          options={elements.map((element) => ({ value: element, label: label('counterElements', element) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={say('noteField')} rules={needed}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** For the user the content comes back; else what was done about it stands. */
function RulingFields({ counter }: { counter: CounterNotice }) {
  const say = words.use();
  const { data } = useNotice(counter.noticeId);
  const disposition = data?.notice.items.find(({ id }) => id === counter.itemId)?.disposition ?? 'removed';
  return (
    <>
      <Form.Item name="outcome" label={say('ruling')} rules={[{ required: true, message: say('needed') }]}>
        <Radio.Group
          options={[
            { value: 'restored', label: say('forUser') },
            { value: disposition, label: say('forHolder') },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={say('noteField')} rules={[{ required: true, message: say('needed') }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}
