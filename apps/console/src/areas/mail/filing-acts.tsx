import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { useUndo } from '../../shell/undo.js';
import { words } from './incoming-words.js';

/** Puts a message aside with a word about it, or takes it out again; the former can be taken back for ten seconds. */
export function FilingActs({ mail }: { mail: Schemas['OpenedMailView'] }) {
  const say = words.use();
  const toast = useToast();
  const offerUndo = useUndo();
  const [isFiling, setFiling] = useState(false);
  const path = { id: mail.id };
  const show = (changed: Schemas['MailView']) => {
    queries.setQueryData(['mail-message', mail.id], { ...mail, ...changed });
    void queries.invalidateQueries({ queryKey: ['mail-tray'] });
  };
  const reopen = async () => show(await taken(api.DELETE('/v1/mail/tray/{id}/filing', { params: { path } })));
  return (
    <>
      <Button href={`/v1/mail/tray/${mail.id}/source`}>{say('source')}</Button>
      {mail.state === 'open' ? (
        <Button type="primary" onClick={() => setFiling(true)}>
          {say('file')}
        </Button>
      ) : (
        <Button
          onClick={() =>
            void reopen().then(
              () => toast.success(say('reopened')),
              (failure: unknown) => toast.error(String(failure)),
            )
          }
        >
          {say('reopen')}
        </Button>
      )}
      {isFiling && (
        <ActDialog
          title={say('file')}
          submit={say('file')}
          act={(body: { note: string }, headers) =>
            taken(api.POST('/v1/mail/tray/{id}/filing', { params: { path }, body, headers }))
          }
          done={(filed) => {
            show(filed);
            offerUndo(say('filedDone'), reopen);
          }}
          close={() => setFiling(false)}
        >
          <Form.Item name="note" label={say('remark')} rules={[{ required: true, message: say('remarkNeeded') }]}>
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
