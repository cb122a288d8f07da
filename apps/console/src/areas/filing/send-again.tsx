import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { Schemas } from '../../api/client.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { words } from './words.js';

/** A filing left this browser and no answer came, perhaps before the page was closed. */
export function SendAgain({
  send,
  done,
}: {
  send: () => Promise<Schemas['FilingView']>;
  done: (filed: Schemas['FilingView']) => void;
}) {
  const say = words.use();
  const sending = useMutation({ mutationFn: send, onSuccess: done });
  return (
    <div className="filing-pending">
      <Alert
        type="warning"
        showIcon
        title={say('pendingTitle')}
        description={say('pendingNote')}
        action={
          <Button type="primary" loading={sending.isPending} onClick={() => sending.mutate()}>
            {say('pendingSend')}
          </Button>
        }
      />
      {sending.error && <ProblemNote failure={sending.error} ofAct />}
    </div>
  );
}
