import { Checkbox, Form, Input, Select } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { eventTypes } from './webhook.js';
import { words } from './words.js';

export interface EndpointInput {
  url: string;
  events: string[];
  description?: string;
  signatures: Array<'v1' | 'v1a'>;
}

/** Every type in words, with its code, by which it can be searched too. */
export function useEventOptions(): Array<{ value: string; label: string }> {
  const label = useLabel();
  return eventTypes.map((value) => ({ value, label: `${label('events', value)} · ${value}` }));
}

/** What an endpoint is: where, of what, for what memory, signed how. */
export function EndpointFields() {
  const say = words.use();
  const options = useEventOptions();
  return (
    <>
      <Form.Item
        name="url"
        label={say('url')}
        extra={say('urlNote')}
        rules={[{ required: true, whitespace: true, message: say('required') }]}
      >
        <Input maxLength={2000} inputMode="url" placeholder="https://example.com/tongshan" autoFocus />
      </Form.Item>
      <Form.Item name="events" label={say('events')} rules={[{ required: true, message: say('required') }]}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={8}
          options={[{ value: '*', label: say('allEvents') }, ...options]}
        />
      </Form.Item>
      <Form.Item name="description" label={say('description')}>
        <Input maxLength={500} placeholder={say('descriptionHint')} />
      </Form.Item>
      <Form.Item name="signatures" label={say('signatures')} extra={say('signaturesNote')}>
        <Checkbox.Group
          options={[
            { value: 'v1', label: 'v1 · HMAC-SHA256', disabled: true },
            { value: 'v1a', label: 'v1a · Ed25519' },
          ]}
        />
      </Form.Item>
    </>
  );
}
