import { Checkbox, Form, Input, Select } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { FileField } from './file-field.js';
import { MomentInput } from './moment-input.js';
import type { Notice } from '../notices/notice-document.js';
import { useRegime } from './regimes.js';
import { words } from './words.js';

const respondent = ['name', 'idNumber', 'contact', 'address', 'phone', 'email'] as const;
const idTypes = ['resident_id', 'passport', 'business_licence'] as const;
const allClaims = ['accuracy', 'perjury', 'jurisdiction'] as const;
const longest = { name: 200, idNumber: 64, contact: 200, address: 500, phone: 64, email: 320 };

/** The user's statement as the platform has it. What its law asks for and is missing, the answer says by name. */
export function CounterFields({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const regime = useRegime(notice.regime);
  const required = [{ required: true, message: say('later.required') }];
  const isDmca = notice.regime === 'us.dmca';
  const claims = isDmca ? allClaims : allClaims.slice(0, 1);
  const asked = (regime?.counterElements ?? []).map(({ element }) => label('counterElements', element)).join('、');
  return (
    <>
      {asked && <p className="quiet">{say('counter.asked', { elements: asked })}</p>}
      <div className="inbox-two">
        <Form.Item name={['respondent', 'idType']} label={say('counter.idType')}>
          <Select allowClear options={idTypes.map((value) => ({ value, label: say(`counter.idTypes.${value}`) }))} />
        </Form.Item>
        {respondent.map((field) => (
          <Form.Item
            key={field}
            name={['respondent', field]}
            label={say(`counter.${field}`)}
            rules={field === 'name' ? required : []}
          >
            <Input maxLength={longest[field]} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="reasonCode" label={say('counter.reason')} rules={required}>
        <Select
          options={(regime?.counterReasons ?? []).map(({ code }) => ({
            value: code,
            label: label('counterReasons', code),
          }))}
        />
      </Form.Item>
      <Form.Item name="statement" label={say('counter.statement')} rules={required}>
        <Input.TextArea maxLength={10_000} rows={3} />
      </Form.Item>
      <div className="inbox-two">
        <Form.Item name="evidenceText" label={say('counter.evidenceText')}>
          <Input maxLength={4000} />
        </Form.Item>
        <Form.Item name="evidenceUrl" label={say('counter.evidenceUrl')}>
          <Input maxLength={2000} type="url" />
        </Form.Item>
      </div>
      <Form.Item name="evidenceFileId" label={say('counter.evidenceFile')}>
        <FileField />
      </Form.Item>
      <Form.Item name="claims" label={say('counter.claims')}>
        <Checkbox.Group options={claims.map((claim) => ({ value: claim, label: say(`counter.claim.${claim}`) }))} />
      </Form.Item>
      <Form.Item name="signature" label={say('counter.signature')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="receivedAt"
        label={say('counter.receivedAt')}
        rules={required}
        extra={say('counter.receivedNote')}
      >
        <MomentInput />
      </Form.Item>
      <Form.Item name="forward" valuePropName="checked">
        <Checkbox>{say('counter.forward')}</Checkbox>
      </Form.Item>
    </>
  );
}
