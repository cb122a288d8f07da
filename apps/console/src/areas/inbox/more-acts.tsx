import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import type { Notice } from '../notices/notice-document.js';
import { useKey } from '../../shell/keys.js';
import { words } from './words.js';

const LaterAct = lazy(() => import('./later-act.js').then((file) => ({ default: file.LaterAct })));

/** Acts of later, rarer steps, in the order in which a matter comes to them; each only where the server says it is open. */
export const laterActs = [
  'forward',
  'counter',
  'forward_counter',
  'reject_counter',
  'decide_counter',
  'keep_delinked',
  'restore',
  'restore_own_motion',
  'dispute_report',
  'proceeding_won',
  'proceeding_ended',
  'order_takedown',
  'order_restore',
  'order_ended',
] as const;
export type LaterActName = (typeof laterActs)[number];

export function MoreActs({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const [isOpen, setOpen] = useState(false);
  const [doing, setDoing] = useState<LaterActName | null>(null);
  const open = laterActs.filter((act) => notice.allowedActions.includes(act));
  useKey('o', say('acts.more'), () => setOpen(true), { isEnabled: open.length > 0 });
  if (open.length === 0) return null;
  return (
    <>
      <Dropdown
        open={isOpen}
        onOpenChange={setOpen}
        trigger={['click']}
        autoFocus
        menu={{
          items: open.map((act) => ({ key: act, label: label('itemEvents', act) })),
          onClick: ({ key }) => setDoing(key as LaterActName),
        }}
      >
        <Button size="small">
          {say('acts.more')} <kbd>O</kbd> <DownOutlined />
        </Button>
      </Dropdown>
      {doing && (
        <Suspense>
          <LaterAct notice={notice} act={doing} close={() => setDoing(null)} />
        </Suspense>
      )}
    </>
  );
}
