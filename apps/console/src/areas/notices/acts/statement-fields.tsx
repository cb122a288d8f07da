import { Checkbox, Form, Input } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { words } from './words.js';

/** The statements that the law asks of a complainant: the member `statements` of a form. */
export function StatementFields() {
  const say = words.use();
  return (
    <>
      <Form.Item label={say('supplement.statements')} style={{ marginBottom: 8 }}>
        <Form.Item name={['statements', 'accuracy']} valuePropName="checked" noStyle>
          <Checkbox>{say('supplement.accuracy')}</Checkbox>
        </Form.Item>
        <Form.Item name={['statements', 'goodFaith']} valuePropName="checked" noStyle>
          <Checkbox>{say('supplement.goodFaith')}</Checkbox>
        </Form.Item>
        <Form.Item name={['statements', 'perjury']} valuePropName="checked" noStyle>
          <Checkbox>{say('supplement.perjury')}</Checkbox>
        </Form.Item>
      </Form.Item>
      <Form.Item name={['statements', 'signature']} label={say('supplement.signature')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Only what was stated: a box left empty states nothing. */
export function statementsFilled(statements: Schemas['StatementsRequest'] | undefined): {
  statements?: Schemas['StatementsRequest'];
} {
  const { accuracy, goodFaith, perjury, signature } = statements ?? {};
  const filled = {
    ...(accuracy && { accuracy }),
    ...(goodFaith && { goodFaith }),
    ...(perjury && { perjury }),
    ...(signature?.trim() && { signature: signature.trim() }),
  };
  return Object.keys(filled).length > 0 ? { statements: filled } : {};
}
