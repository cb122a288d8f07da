import { Form, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { api, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useEventOptions } from './endpoint-fields.js';
import { type Endpoint, type EventType, readEndpointAgain } from './webhook.js';
import { words } from './words.js';

/** Sends an example and opens its delivery, where the answer appears. */
export function TestDialog({ endpoint: { id, events }, close }: { endpoint: Endpoint; close: () => void }) {
  const say = words.use();
  const [, setSearch] = useSearchParams();
  const options = useEventOptions();
  const first = (events.includes('*') ? 'notice.served' : events[0]) as EventType;
  return (
    <ActDialog
      title={say('test')}
      meaning={say('testMeaning')}
      submit={say('send')}
      initial={{ type: first } as { type: EventType }}
      close={close}
      act={(body: { type: EventType }, headers) =>
        taken(api.POST('/v1/webhook-endpoints/{id}/test', { params: { path: { id } }, headers, body }))
      }
      done={({ deliveryId }) => {
        readEndpointAgain(id);
        setSearch({ delivery: deliveryId });
      }}
    >
      <Form.Item name="type" label={say('event')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
    </ActDialog>
  );
}
