import { Checkbox, Form, Input, Radio } from 'antd';
import { api, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { ifMatch } from '../notices/acts/if-match.js';
import './complaints.css';
import { type ReadComplaint, readComplaintAgain } from './use-complaint.js';
import { words } from './words.js';

interface Withdrawal {
  scope: 'whole' | 'some';
  itemIds?: string[];
  reason: string;
}

/** Takes a complaint back, whole or for some of its items. */
export function WithdrawComplaintDialog({
  read: { complaint, tag },
  close,
}: {
  read: ReadComplaint;
  close: () => void;
}) {
  const say = words.use();
  const toast = useToast();
  const options = complaint.targets.flatMap(({ itemId, itemState, url, raw }) =>
    itemId && itemState !== 'withdrawn' ? [{ value: itemId, label: url ?? raw }] : [],
  );
  return (
    <ActDialog<Withdrawal, { withdrawn: number }>
      title={say('withdraw.title', { number: complaint.number })}
      meaning={say('withdraw.meaning')}
      submit={say('withdraw.submit')}
      isDangerous
      initial={{ scope: 'whole' }}
      act={({ scope, itemIds, reason }, headers) =>
        taken(
          api.POST('/v1/complaints/{id}/withdrawal', {
            params: { path: { id: complaint.id } },
            headers: { ...headers, ...ifMatch(tag) },
            body: { reason, ...(scope === 'some' && itemIds && { itemIds }) },
          }),
        )
      }
      done={({ withdrawn }) => {
        readComplaintAgain(complaint.id);
        void toast.success(say('withdraw.done', { count: withdrawn }));
      }}
      close={close}
    >
      <Form.Item name="scope" label={say('withdraw.scope')}>
        <Radio.Group
          options={[
            { value: 'whole', label: say('withdraw.whole') },
            { value: 'some', label: say('withdraw.some'), disabled: options.length < 2 },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['scope']}>
        {({ getFieldValue }) =>
          getFieldValue('scope') === 'some' && (
            <Form.Item
              name="itemIds"
              label={say('withdraw.items')}
              rules={[{ required: true, message: say('withdraw.needed') }]}
            >
              <Checkbox.Group className="withdraw-items" options={options} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('withdraw.reason')}
        rules={[{ required: true, message: say('withdraw.needed') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </ActDialog>
  );
}
