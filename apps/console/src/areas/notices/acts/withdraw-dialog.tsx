import { Form, Input } from 'antd';
import { api, taken } from '../../../api/client.js';
import { ActDialog } from '../../../parts/act-dialog.js';
import { useToast } from '../../../shell/toast.js';
import type { Notice } from '../notice-document.js';
import { readNoticeAgain } from '../use-notice.js';
import { words } from './words.js';

/** Takes some items of a notice back, or all that still can be. */
export function WithdrawDialog({
  notice,
  itemIds,
  title,
  close,
}: {
  notice: Notice;
  itemIds: readonly string[];
  title: string;
  close: () => void;
}) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog<{ reason: string }, { withdrawn: number }>
      title={title}
      meaning={say('withdraw.meaning')}
      submit={say('withdraw.submit')}
      isDangerous
      act={({ reason }, headers) =>
        taken(
          api.POST('/v1/complaints/{id}/withdrawal', {
            params: { path: { id: notice.complaintId } },
            headers,
            body: { itemIds: [...itemIds], reason },
          }),
        )
      }
      done={({ withdrawn }) => {
        readNoticeAgain(notice);
        void toast.success(say('withdraw.done', { count: withdrawn }));
      }}
      close={close}
    >
      <Form.Item name="reason" label={say('reason')} rules={[{ required: true, message: say('needed') }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </ActDialog>
  );
}
