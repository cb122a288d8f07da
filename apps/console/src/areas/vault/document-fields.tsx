import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { Schemas } from '../../api/client.js';
import '../../parts/evidence-fields.css';
import { FileField } from '../../parts/file-field.js';
import { words } from './words.js';

type Document = Schemas['DocumentRequest'];

/** Papers that prove a right, each a text, a link or a file: the member `documents` of a form. */
export function DocumentFields() {
  const say = words.use();
  return (
    <Form.List name="documents">
      {(fields, { add, remove }) => (
        <Form.Item label={say('works.documents')}>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="evidence-field">
              <div className="evidence-field-head">
                <Form.Item name={[name, 'text']} label={say('works.text')}>
                  <Input maxLength={4000} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={say('works.removeDocument')}
                  onClick={() => remove(name)}
                />
              </div>
              <Form.Item name={[name, 'url']} label={say('works.url')}>
                <Input maxLength={2000} placeholder="https://" />
              </Form.Item>
              <Form.Item name={[name, 'fileId']} label={say('works.file')}>
                <FileField />
              </Form.Item>
            </fieldset>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {say('works.addDocument')}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

/** What was filled in; a paper left wholly empty is none. */
export function documentsFilled(documents: readonly Document[] | undefined): Document[] {
  return (documents ?? [])
    .map(({ text, url, fileId }) => ({
      ...(text?.trim() && { text: text.trim() }),
      ...(url?.trim() && { url: url.trim() }),
      ...(fileId && { fileId }),
    }))
    .filter((document) => Object.keys(document).length > 0);
}

/** One value a line. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
