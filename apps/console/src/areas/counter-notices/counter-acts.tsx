import { Button } from 'antd';
import { useState } from 'react';
import { hasScope, useSignedIn } from '../../api/me.js';
import { ExtendDialog, ProveDialog } from '../notices/acts/proceeding-dialogs.js';
import { type PlatformAct, PlatformActDialog } from './platform-act-dialog.js';
import { type ReadCounterNotice, readCounterAgain } from './use-counter-notice.js';
import { words } from './words.js';

type Act = 'prove' | 'extend' | PlatformAct;

/** By which event of the lifecycle the server opens an act. */
const opens: ReadonlyArray<[Act, string]> = [
  ['prove', 'prove_proceeding'],
  ['extend', 'extend_wait'],
  ['forward', 'forward_counter'],
  ['restore', 'restore'],
  ['decide', 'decide_counter'],
  ['keep', 'keep_delinked'],
  ['reject', 'reject_counter'],
];

/** What the reader's side can do about a statement now; the first is the one that is usually meant. */
export function CounterActs({ read }: { read: ReadCounterNotice }) {
  const say = words.use();
  const me = useSignedIn();
  const [open, setOpen] = useState<Act | null>(null);
  const { counter } = read;
  const actions: readonly string[] = counter.allowedActions;
  const acts = opens.filter(([, event]) => actions.includes(event)).map(([act]) => act);
  const hasToArrive = counter.state === 'forwarded' && !counter.arrivedAt && hasScope(me, 'notices:act');
  const shown: Act[] = hasToArrive ? [...acts, 'arrival'] : acts;
  const common = { close: () => setOpen(null), readAgain: () => readCounterAgain(counter) };
  return (
    <>
      {shown.map((act, place) => (
        <Button
          key={act}
          type={place === 0 ? 'primary' : 'default'}
          danger={act === 'reject'}
          onClick={() => setOpen(act)}
        >
          {say(`acts.${act}`)}
        </Button>
      ))}
      {open === 'prove' && <ProveDialog of={{ counterNoticeId: counter.id }} {...common} />}
      {open === 'extend' && <ExtendDialog counterNoticeId={counter.id} {...common} />}
      {open && open !== 'prove' && open !== 'extend' && <PlatformActDialog act={open} read={read} {...common} />}
    </>
  );
}
