import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { Schemas } from '../api/client.js';
import { useLabel } from '../api/vocabulary.js';
import './evidence-fields.css';
import { FileField } from './file-field.js';
import { words } from './part-words.js';

type Evidence = Schemas['EvidenceRequest'];
const kinds = ['infringement', 'ownership', 'identity', 'authorization', 'other'] as const;

/** Proofs, each with at least one of text, link and file: the member `evidence` of a form. */
export function EvidenceFields() {
  const say = words.use();
  const label = useLabel();
  return (
    <Form.List name="evidence">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="evidence-field">
              <div className="evidence-field-head">
                <Form.Item name={[name, 'kind']} label={say('evidence.kind')} initialValue="infringement">
                  <Select options={kinds.map((kind) => ({ value: kind, label: label('evidenceKinds', kind) }))} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={say('evidence.remove')}
                  onClick={() => remove(name)}
                />
              </div>
              <Form.Item name={[name, 'text']} label={say('evidence.text')}>
                <Input.TextArea rows={2} maxLength={4000} />
              </Form.Item>
              <Form.Item name={[name, 'url']} label={say('evidence.url')}>
                <Input maxLength={2000} inputMode="url" placeholder="https://" />
              </Form.Item>
              <Form.Item name={[name, 'fileId']} label={say('evidence.file')}>
                <FileField />
              </Form.Item>
            </fieldset>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'infringement' })}>
            {say('evidence.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** What was filled in, without the fields left empty; undefined where there is none. */
export function evidenceFilled(entries: readonly Partial<Evidence>[] | undefined): Evidence[] | undefined {
  const filled = (entries ?? []).map(({ kind = 'infringement', text, url, fileId }) => ({
    kind,
    ...(text?.trim() && { text: text.trim() }),
    ...(url?.trim() && { url: url.trim() }),
    ...(fileId && { fileId }),
  }));
  return filled.length > 0 ? filled : undefined;
}
