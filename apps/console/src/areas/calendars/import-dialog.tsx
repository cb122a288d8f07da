import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Upload } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { words } from './words.js';

/** The next paper, as a file or pasted, in the format that the API takes. */
export function ImportDialog({
  close,
  imported,
}: {
  close: () => void;
  imported: (paper: Schemas['ImportedCalendarView']) => void;
}) {
  const say = words.use();
  return (
    <ActDialog
      title={say('import')}
      meaning={say('importMeaning')}
      submit={say('import')}
      close={close}
      act={({ text }: { text: string }, headers) =>
        taken(api.POST('/v1/calendars', { body: JSON.parse(text) as Schemas['ImportCalendarRequest'], headers }))
      }
      done={(paper) => {
        imported(paper);
        void queries.invalidateQueries({ queryKey: ['calendars'] });
        void queries.invalidateQueries({ queryKey: ['calendar-year'] });
      }}
    >
      <Form.Item
        name="text"
        label={say('paste')}
        extra={say('pasteHint')}
        rules={[{ required: true, message: say('required') }, { validator: mustBeJson }]}
      >
        <Input.TextArea rows={8} spellCheck={false} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {(form) => (
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={async (file) => {
              form.setFieldsValue({ text: await file.text() });
              return false;
            }}
          >
            <Button icon={<UploadOutlined />}>{say('choose')}</Button>
          </Upload>
        )}
      </Form.Item>
    </ActDialog>
  );
}

async function mustBeJson(_rule: unknown, text?: string): Promise<void> {
  if (!text) return;
  try {
    JSON.parse(text);
  } catch {
    throw new Error(words.say('notJson'));
  }
}
