import { InboxOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { moment } from '../../words/dates.js';
import { readReceipt } from './read-receipt.js';
import './tools.css';
import { words } from './words.js';

type Receipt = Schemas['ReceiptVerificationRequest'];
type Verdict = Schemas['ReceiptVerdictView'];

/** Whether a receipt is genuine and unchanged, by the published keys. */
export function ReceiptPage() {
  const say = words.use();
  const [form] = Form.useForm<{ text: string }>();
  const [verdict, setVerdict] = useState<{ receipt: Receipt; verdict: Verdict } | null>(null);
  const check = useAct(
    (receipt: Receipt) => taken(api.POST('/v1/receipts/verification', { body: receipt })),
    (answer, receipt) => setVerdict({ receipt, verdict: answer }),
  );
  const begin = ({ text }: { text: string }) => {
    const receipt = readReceipt(text);
    setVerdict(null);
    if (typeof receipt === 'string') form.setFields([{ name: 'text', errors: [say(receipt)] }]);
    else check.do(receipt);
  };
  return (
    <>
      <PageHead title={say('receipt')} note={say('receiptNote')} />
      <Form form={form} className="panel" layout="vertical" onFinish={begin}>
        <Form.Item name="text" label={say('receiptText')} rules={[{ required: true, message: say('required') }]}>
          <Input.TextArea className="tool-text" rows={6} spellCheck={false} />
        </Form.Item>
        <Form.Item>
          <Upload.Dragger
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={async (file) => {
              form.setFieldsValue({ text: await file.text() });
              form.submit();
              return false;
            }}
          >
            <InboxOutlined /> {say('drop')}
          </Upload.Dragger>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={check.isRunning}>
          {say('verify')}
        </Button>
      </Form>
      <div className="tool-answer" aria-live="polite">
        {check.failure && <ProblemNote failure={check.failure} again={check.again} />}
        {verdict && <Told {...verdict} />}
      </div>
      <Keys />
    </>
  );
}

function Told({ receipt, verdict }: { receipt: Receipt; verdict: Verdict }) {
  const say = words.use();
  if (!verdict.valid) {
    const fault = verdict.reason as keyof (typeof words.zh)['faults'];
    return <Alert type="error" showIcon title={say('forged')} description={say(`faults.${fault}`)} />;
  }
  const { says } = receipt.receipt as { says?: { complaintNumber?: string; receivedAt?: string } };
  return (
    <Alert
      type="success"
      showIcon
      title={say('genuine')}
      description={
        <>
          <div>{say('genuineNote', { keyId: receipt.keyId })}</div>
          <div>{say(receipt.content ? 'contentToo' : 'contentNot')}</div>
          {says?.complaintNumber && (
            <div>
              {say('number')} {says.complaintNumber}
            </div>
          )}
          {says?.receivedAt && (
            <div>
              {say('receivedAt')} {moment(says.receivedAt)}
            </div>
          )}
        </>
      }
    />
  );
}

function Keys() {
  const say = words.use();
  const { data } = useQuery({ queryKey: ['receipt-keys'], queryFn: () => taken(api.GET('/v1/receipts/keys')) });
  if (!data || data.keys.length === 0) return null;
  return (
    <section className="tool-answer">
      <h2>{say('keys')}</h2>
      {data.keys.map(({ kid, validFrom, validUntil }) => (
        <div key={kid}>
          <span className="tool-key">{kid}</span>{' '}
          <span className="quiet">
            {moment(validFrom)} – {validUntil ? moment(validUntil) : ''}
          </span>
        </div>
      ))}
    </section>
  );
}
