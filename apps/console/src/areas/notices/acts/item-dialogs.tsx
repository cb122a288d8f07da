import { Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../../api/client.js';
import { ActDialog } from '../../../parts/act-dialog.js';
import { EvidenceFields, evidenceFilled } from '../../../parts/evidence-fields.js';
import { FileField } from '../../../parts/file-field.js';
import { TargetLink } from '../../../parts/target-link.js';
import { useToast } from '../../../shell/toast.js';
import type { Item } from '../notice-document.js';
import { type ReadNotice, readNoticeAgain } from '../use-notice.js';
import { ifMatch } from './if-match.js';
import { words } from './words.js';

export interface ItemDialogProps {
  read: ReadNotice;
  item: Item;
  close: () => void;
}

/** It is still live, or live again: the platform's clock starts anew. */
export function ReportDialog({ read: { notice, tag }, item, close }: ItemDialogProps) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog<{ text?: string; fileId?: string }, unknown>
      title={say('report.title')}
      meaning={say('report.meaning')}
      submit={say('report.submit')}
      act={({ text, fileId }, headers) =>
        taken(
          api.POST('/v1/items/{id}/reports', {
            params: { path: { id: item.id } },
            headers: { ...headers, ...ifMatch(tag) },
            body: { kind: 'still_live', ...(text?.trim() && { text: text.trim() }), ...(fileId && { fileId }) },
          }),
        )
      }
      done={() => {
        readNoticeAgain(notice);
        void toast.success(say('done'));
      }}
      close={close}
    >
      <p>
        <TargetLink url={item.target.url} text={item.target.raw} isCopied={false} />
      </p>
      <Form.Item name="text" label={say('text')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="fileId" label={say('report.file')}>
        <FileField />
      </Form.Item>
    </ActDialog>
  );
}

/** Asks the platform, once an item, to look at its refusal again. */
export function AppealDialog({ read: { notice, tag }, item, close }: ItemDialogProps) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog<Schemas['AppealRequest'], unknown>
      title={say('appeal.title')}
      meaning={say('appeal.meaning')}
      submit={say('appeal.submit')}
      act={({ text, evidence }, headers) =>
        taken(
          api.POST('/v1/items/{id}/appeals', {
            params: { path: { id: item.id } },
            headers: { ...headers, ...ifMatch(tag) },
            body: { text, ...(evidenceFilled(evidence) && { evidence: evidenceFilled(evidence) }) },
          }),
        )
      }
      done={() => {
        readNoticeAgain(notice);
        void toast.success(say('done'));
      }}
      close={close}
    >
      <p>
        <TargetLink url={item.target.url} text={item.target.raw} isCopied={false} />
      </p>
      <Form.Item name="text" label={say('text')} rules={[{ required: true, message: say('needed') }]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <EvidenceFields />
    </ActDialog>
  );
}
