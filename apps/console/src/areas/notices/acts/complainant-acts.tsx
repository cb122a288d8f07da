import { Button } from 'antd';
import { useState } from 'react';
import type { ReadNotice } from '../use-notice.js';
import { SupplementNoticeDialog } from './supplement-notice-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';
import { words } from './words.js';

/** What the complainant can do about the notice as a whole now. */
export function ComplainantActs({ read }: { read: ReadNotice }) {
  const say = words.use();
  const [open, setOpen] = useState<'supplement' | 'withdraw' | null>(null);
  const { notice } = read;
  const withdrawable = notice.items
    .filter(({ allowedActions }) => allowedActions.includes('withdraw'))
    .map(({ id }) => id);
  return (
    <>
      {notice.allowedActions.includes('supplement') && (
        <Button type="primary" onClick={() => setOpen('supplement')}>
          {say('supplement.button')}
        </Button>
      )}
      {withdrawable.length > 0 && (
        <Button danger onClick={() => setOpen('withdraw')}>
          {say('withdraw.button')}
        </Button>
      )}
      {open === 'supplement' && <SupplementNoticeDialog read={read} close={() => setOpen(null)} />}
      {open === 'withdraw' && (
        <WithdrawDialog
          notice={notice}
          itemIds={withdrawable}
          title={say('withdraw.title', { number: notice.number })}
          close={() => setOpen(null)}
        />
      )}
    </>
  );
}
