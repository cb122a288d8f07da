import { Button } from 'antd';
import { useState } from 'react';
import { documentOf, type Item } from '../notice-document.js';
import { type ReadNotice, readNoticeAgain } from '../use-notice.js';
import { AppealDialog, ReportDialog } from './item-dialogs.js';
import { EndDialog, ExtendDialog, ProveDialog } from './proceeding-dialogs.js';
import { WithdrawDialog } from './withdraw-dialog.js';
import { words } from './words.js';

type Act = 'report' | 'appeal' | 'prove' | 'extend' | 'end' | 'withdraw';

/** By which event of the lifecycle the server opens an act. */
const opens: ReadonlyArray<[Act, string]> = [
  ['report', 'report_still_live'],
  ['appeal', 'appeal'],
  ['prove', 'prove_proceeding'],
  ['extend', 'extend_wait'],
  ['end', 'proceeding_ended'],
  ['withdraw', 'withdraw'],
];

/** What the complainant can do about one item now. */
export function ComplainantItemActs({ read, item }: { read: ReadNotice; item: Item }) {
  const say = words.use();
  const [open, setOpen] = useState<Act | null>(null);
  const { notice } = read;
  const proceedings = documentOf(notice).proceedings.filter(({ itemId, endedAt }) => itemId === item.id && !endedAt);
  const acts = opens.filter(([, event]) => item.allowedActions.includes(event)).map(([act]) => act);
  const common = { close: () => setOpen(null), readAgain: () => readNoticeAgain(notice) };
  return (
    <>
      {acts.map((act) => (
        <Button key={act} size="small" type={act === 'withdraw' ? 'text' : 'default'} onClick={() => setOpen(act)}>
          {act === 'withdraw' ? say('withdraw.item') : say(`${act}.button`)}
        </Button>
      ))}
      {open === 'report' && <ReportDialog read={read} item={item} close={common.close} />}
      {open === 'appeal' && <AppealDialog read={read} item={item} close={common.close} />}
      {open === 'prove' && <ProveDialog of={{ itemId: item.id }} {...common} />}
      {open === 'extend' && item.counterNoticeId && <ExtendDialog counterNoticeId={item.counterNoticeId} {...common} />}
      {open === 'end' && <EndDialog proceedings={proceedings} {...common} />}
      {open === 'withdraw' && (
        <WithdrawDialog notice={notice} itemIds={[item.id]} title={say('withdraw.itemTitle')} close={common.close} />
      )}
    </>
  );
}
