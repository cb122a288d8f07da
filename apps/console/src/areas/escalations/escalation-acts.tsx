import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useToast } from '../../shell/toast.js';
import { words } from './words.js';

/** What the regulator can do with it now, as the server says; two people who act at once are told by the version read. */
export function EscalationActs({
  escalation: { id, subject, allowedActions },
  tag,
}: {
  escalation: Schemas['EscalationDetailView'];
  tag: string | null;
}) {
  const say = words.use();
  const toast = useToast();
  const [isDismissing, setDismissing] = useState(false);
  const path = { id };
  const versioned = (headers: { 'Idempotency-Key': string }) => (tag ? { ...headers, 'If-Match': tag } : headers);
  const again = (word: 'claimed' | 'dismissed') => {
    void toast.success(say(word));
    void queries.invalidateQueries({ queryKey: ['escalation', id] });
    void queries.invalidateQueries({ queryKey: ['escalations'] });
  };
  const claim = useAct(
    (_input: object, headers) =>
      taken(api.POST('/v1/escalations/{id}/claim', { params: { path }, headers: versioned(headers) })),
    () => again('claimed'),
  );
  return (
    <>
      <Button icon={<FilePdfOutlined />} href={`/v1/notices/${subject.id}/document.pdf`} target="_blank">
        {say('pdf')}
      </Button>
      {allowedActions.includes('dismiss') && (
        <Button danger onClick={() => setDismissing(true)}>
          {say('dismiss')}
        </Button>
      )}
      {allowedActions.includes('claim') && (
        <Button type="primary" loading={claim.isRunning} disabled={claim.isUnsure} onClick={() => claim.do({})}>
          {say('claim')}
        </Button>
      )}
      {claim.failure && <ProblemNote failure={claim.failure} ofAct again={claim.isUnsure ? claim.again : undefined} />}
      {isDismissing && (
        <ActDialog
          title={`${say('dismiss')} · ${subject.number}`}
          meaning={say('dismissMeaning')}
          submit={say('dismiss')}
          isDangerous
          close={() => setDismissing(false)}
          act={(body: { reason: string }, headers) =>
            taken(api.POST('/v1/escalations/{id}/dismissal', { params: { path }, body, headers: versioned(headers) }))
          }
          done={() => again('dismissed')}
        >
          <Form.Item
            name="reason"
            label={say('dismissReason')}
            rules={[{ required: true, whitespace: true, message: say('required') }]}
          >
            <Input.TextArea autoFocus maxLength={2000} showCount rows={3} />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
