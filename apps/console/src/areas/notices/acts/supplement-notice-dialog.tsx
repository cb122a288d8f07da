import { Checkbox, Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../../api/client.js';
import { ActDialog } from '../../../parts/act-dialog.js';
import { EvidenceFields, evidenceFilled } from '../../../parts/evidence-fields.js';
import { useToast } from '../../../shell/toast.js';
import { AskedSupplement } from '../asked-supplement.js';
import { type ReadNotice, readNoticeAgain } from '../use-notice.js';
import { ifMatch } from './if-match.js';
import { words } from './words.js';

type Body = Schemas['NoticeSupplementRequest'];

/** 补正: the complainant's one answer to what the platform asked for. */
export function SupplementNoticeDialog({ read: { notice, tag }, close }: { read: ReadNotice; close: () => void }) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog<Body, unknown>
      title={say('supplement.title', { number: notice.number })}
      meaning={say('supplement.meaning')}
      submit={say('supplement.button')}
      act={({ message, statements, evidence }, headers) =>
        taken(
          api.POST('/v1/notices/{id}/supplements', {
            params: { path: { id: notice.id } },
            headers: { ...headers, ...ifMatch(tag) },
            body: {
              ...(message?.trim() && { message: message.trim() }),
              ...statementsFilled(statements),
              ...(evidenceFilled(evidence) && { evidence: evidenceFilled(evidence) }),
            },
          }),
        )
      }
      done={() => {
        readNoticeAgain(notice);
        void toast.success(say('done'));
      }}
      close={close}
    >
      <AskedSupplement notice={notice} />
      <Form.Item name="message" label={say('supplement.message')}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <StatementFields />
      <EvidenceFields />
    </ActDialog>
  );
}

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
      </Form.Item>
      <Form.Item name={['statements', 'signature']} label={say('supplement.signature')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Only what was stated: a box left empty states nothing. */
export function statementsFilled(statements: Schemas['StatementsRequest'] | undefined): Pick<Body, 'statements'> {
  const { accuracy, goodFaith, signature } = statements ?? {};
  const filled = {
    ...(accuracy && { accuracy }),
    ...(goodFaith && { goodFaith }),
    ...(signature?.trim() && { signature: signature.trim() }),
  };
  return Object.keys(filled).length > 0 ? { statements: filled } : {};
}
