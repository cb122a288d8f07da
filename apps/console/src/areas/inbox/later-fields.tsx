import { Form, Input, Select } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { CounterFields } from './counter-fields.js';
import { FileField } from './file-field.js';
import { MomentInput } from './moment-input.js';
import type { LaterActName } from './more-acts.js';
import type { Item, Notice } from '../notices/notice-document.js';
import { useRegime } from './regimes.js';
import { words } from './words.js';

export function ItemField({ items }: { items: readonly Item[] }) {
  const say = words.use();
  return (
    <Form.Item name="itemId" label={say('later.item')} rules={[{ required: true }]} hidden={items.length === 1}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={items.map(({ id, target }) => ({ value: id, label: target.url ?? target.raw }))}
      />
    </Form.Item>
  );
}

/** What each act of the later steps asks for. */
export function LaterFields({ act, notice }: { act: LaterActName; notice: Notice }) {
  switch (act) {
    case 'forward':
      return <ForwardFields />;
    case 'counter':
      return <CounterFields notice={notice} />;
    case 'reject_counter':
      return <RejectFields notice={notice} />;
    case 'decide_counter':
      return <RulingFields notice={notice} />;
    case 'restore_own_motion':
      return <NoteField />;
    case 'dispute_report':
    case 'proceeding_won':
      return <ProofFields />;
    case 'proceeding_ended':
      return <EndFields />;
    case 'order_takedown':
    case 'order_restore':
      return <OrderFields />;
    default:
      return null;
  }
}

function useRequired() {
  const say = words.use();
  return [{ required: true, message: say('later.required') }];
}

function NoteField() {
  const say = words.use();
  return (
    <Form.Item name="note" label={say('later.note')} rules={useRequired()}>
      <Input.TextArea maxLength={2000} rows={2} />
    </Form.Item>
  );
}

function ProofFields() {
  const say = words.use();
  return (
    <>
      <NoteField />
      <Form.Item name="fileId" label={say('later.file')}>
        <FileField />
      </Form.Item>
    </>
  );
}

function ForwardFields() {
  const say = words.use();
  const label = useLabel();
  const required = useRequired();
  const methods = ['message', 'email', 'publication'];
  return (
    <>
      <Form.Item name="method" label={say('later.method')} rules={required}>
        <Select options={methods.map((value) => ({ value, label: label('forwardingMethods', value) }))} />
      </Form.Item>
      <Form.Item name="at" label={say('later.at')} rules={required}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="url" label={say('later.publishedAt')}>
        <Input maxLength={2000} />
      </Form.Item>
    </>
  );
}

function RejectFields({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const elements = useRegime(notice.regime)?.counterElements ?? [];
  return (
    <>
      <Form.Item name="missing" label={say('later.missing')} rules={useRequired()}>
        <Select
          mode="multiple"
          options={elements.map(({ element }) => ({ value: element, label: label('counterElements', element) }))}
        />
      </Form.Item>
      <NoteField />
    </>
  );
}

function RulingFields({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const kept = notice.items.find(({ disposition }) => disposition)?.disposition ?? 'removed';
  return (
    <>
      <Form.Item name="outcome" label={say('later.ruling')} rules={useRequired()}>
        <Select
          options={[
            { value: 'restored', label: say('later.forUser') },
            { value: kept, label: say('later.keep', { disposition: label('dispositions', kept) }) },
          ]}
        />
      </Form.Item>
      <NoteField />
    </>
  );
}

function EndFields() {
  const say = words.use();
  const label = useLabel();
  return (
    <>
      <Form.Item name="result" label={say('later.result')} rules={useRequired()}>
        <Select options={['lost', 'withdrawn'].map((value) => ({ value, label: label('proceedingResults', value) }))} />
      </Form.Item>
      <ProofFields />
    </>
  );
}

function OrderFields() {
  const say = words.use();
  const required = useRequired();
  return (
    <>
      <Form.Item name="issuer" label={say('later.issuer')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="number" label={say('later.number')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="issuedAt" label={say('later.issuedAt')} rules={required}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="expiresAt" label={say('later.expiresAt')}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="fileId" label={say('later.file')}>
        <FileField />
      </Form.Item>
    </>
  );
}
