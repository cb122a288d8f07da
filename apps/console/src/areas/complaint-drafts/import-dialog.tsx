import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Upload } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { words } from './words.js';

/** A report from a file, sent byte for byte; the server says where one that it cannot take is wrong. */
export function ImportDialog({
  close,
  imported,
}: {
  close: () => void;
  imported: (draft: Schemas['DraftView']) => void;
}) {
  const say = words.use();
  return (
    <ActDialog
      title={say('import')}
      meaning={say('importMeaning')}
      submit={say('import')}
      close={close}
      act={({ file }: { file: File }, headers) => send(file, headers)}
      done={imported}
    >
      <Form.Item
        name="file"
        label={say('file')}
        extra={say('fileHint')}
        valuePropName="none"
        getValueFromEvent={({ file }: { file: File }) => file}
        rules={[{ required: true, message: say('required') }]}
      >
        <Upload accept=".json,.ndjson,.xml" maxCount={1} beforeUpload={() => false}>
          <Button icon={<UploadOutlined />}>{say('choose')}</Button>
        </Upload>
      </Form.Item>
    </ActDialog>
  );
}

async function send(file: File, key: Record<string, string>): Promise<Schemas['DraftView']> {
  const start = (await file.slice(0, 200).text()).trimStart();
  const [path, type] = /^[[{]/.test(start)
    ? (['/v1/interchange/xarf', 'application/json'] as const)
    : (['/v1/interchange/acns', 'application/xml'] as const);
  const headers = { ...key, 'Content-Type': type };
  return taken(api.POST(path, { body: file as never, bodySerializer: (bytes) => bytes as never, headers }));
}
