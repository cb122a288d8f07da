import { Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../../api/client.js';
import { ActDialog } from '../../../parts/act-dialog.js';
import { EvidenceFields, evidenceFilled } from '../../../parts/evidence-fields.js';
import { useToast } from '../../../shell/toast.js';
import { AskedSupplement } from '../asked-supplement.js';
import { type ReadNotice, readNoticeAgain } from '../use-notice.js';
import { ifMatch } from './if-match.js';
import { StatementFields, statementsFilled } from './statement-fields.js';
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
