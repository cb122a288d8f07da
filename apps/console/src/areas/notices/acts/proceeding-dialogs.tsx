import { Form, Input, Radio, Select } from 'antd';
import { api, type Schemas, taken } from '../../../api/client.js';
import { domainNow } from '../../../api/domain-time.js';
import { useLabel } from '../../../api/vocabulary.js';
import { ActDialog } from '../../../parts/act-dialog.js';
import { FileField } from '../../../parts/file-field.js';
import { MomentField } from '../../../parts/moment-field.js';
import { useToast } from '../../../shell/toast.js';
import type { Proceeding } from '../notice-document.js';
import { words } from './words.js';

type Proof = Schemas['ProceedingRequest'];
type End = Schemas['ProceedingEndRequest'];

interface DialogProps {
  /** What was read before and is old now. */
  readAgain: () => void;
  close: () => void;
}

/** Proof of a complaint or suit, about one item or in answer to its user's statement. */
export function ProveDialog({
  of,
  readAgain,
  close,
}: DialogProps & { of: { itemId: string } | { counterNoticeId: string } }) {
  const say = words.use();
  const label = useLabel();
  const toast = useToast();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <ActDialog<Proof, unknown>
      title={say('prove.title')}
      meaning={say('prove.meaning')}
      submit={say('prove.submit')}
      initial={{ kind: 'suit', filedAt: new Date(domainNow()).toISOString() }}
      act={(body, headers) =>
        'itemId' in of
          ? taken(api.POST('/v1/items/{id}/proceedings', { params: { path: { id: of.itemId } }, headers, body }))
          : taken(
              api.POST('/v1/counter-notices/{id}/proceedings', {
                params: { path: { id: of.counterNoticeId } },
                headers,
                body,
              }),
            )
      }
      done={() => {
        readAgain();
        void toast.success(say('done'));
      }}
      close={close}
    >
      <Form.Item name="kind" label={say('prove.kind')}>
        <Radio.Group
          options={(['suit', 'complaint'] as const).map((kind) => ({
            value: kind,
            label: label('proceedingKinds', kind),
          }))}
        />
      </Form.Item>
      <Form.Item name="authority" label={say('prove.authority')} rules={needed}>
        <Input maxLength={200} placeholder="北京互联网法院" />
      </Form.Item>
      <Form.Item name="number" label={say('prove.number')} rules={needed}>
        <Input maxLength={200} placeholder="（2026）京0491民初12345号" />
      </Form.Item>
      <Form.Item name="filedAt" label={say('prove.filedAt')} rules={needed}>
        <MomentField />
      </Form.Item>
      <Form.Item name="fileId" label={say('prove.file')}>
        <FileField />
      </Form.Item>
    </ActDialog>
  );
}

/** More time to complain or sue, where the law allows it. */
export function ExtendDialog({ counterNoticeId, readAgain, close }: DialogProps & { counterNoticeId: string }) {
  const say = words.use();
  const toast = useToast();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <ActDialog<Schemas['ExtensionRequest'], unknown>
      title={say('extend.title')}
      meaning={say('extend.meaning')}
      submit={say('extend.submit')}
      act={(body, headers) =>
        taken(
          api.POST('/v1/counter-notices/{id}/extensions', {
            params: { path: { id: counterNoticeId } },
            headers,
            body,
          }),
        )
      }
      done={() => {
        readAgain();
        void toast.success(say('done'));
      }}
      close={close}
    >
      <Form.Item name="until" label={say('extend.until')} rules={needed}>
        <MomentField />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} rules={needed}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="fileId" label={say('file')}>
        <FileField />
      </Form.Item>
    </ActDialog>
  );
}

/** How a proceeding ended. */
export function EndDialog({ proceedings, readAgain, close }: DialogProps & { proceedings: readonly Proceeding[] }) {
  const say = words.use();
  const label = useLabel();
  const toast = useToast();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <ActDialog<End & { id: string }, unknown>
      title={say('end.title')}
      meaning={say('end.meaning')}
      submit={say('end.submit')}
      initial={{ id: proceedings[0]?.id, result: 'won' }}
      act={({ id, ...body }, headers) =>
        taken(api.POST('/v1/proceedings/{id}/end', { params: { path: { id } }, headers, body }))
      }
      done={() => {
        readAgain();
        void toast.success(say('done'));
      }}
      close={close}
    >
      <Form.Item name="id" label={say('end.which')} rules={needed}>
        <Select
          options={proceedings.map(({ id, authority, number }) => ({ value: id, label: `${authority} ${number}` }))}
        />
      </Form.Item>
      <Form.Item name="result" label={say('end.result')}>
        <Radio.Group
          options={(['won', 'lost', 'withdrawn'] as const).map((result) => ({
            value: result,
            label: label('proceedingResults', result),
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label={say('end.note')} rules={needed}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="fileId" label={say('file')}>
        <FileField />
      </Form.Item>
    </ActDialog>
  );
}
