import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { moment } from '../../words/dates.js';
import { ItemField, LaterFields } from './later-fields.js';
import { doLaterAct, type LaterInput } from './do-later-act.js';
import type { LaterActName } from './more-acts.js';
import type { Notice } from '../notices/notice-document.js';
import { noticeQuery } from '../notices/use-notice.js';
import { words } from './words.js';

const dangerous: readonly LaterActName[] = ['order_takedown', 'order_restore', 'reject_counter', 'restore_own_motion'];

/** One act of the later steps: on which item, with what it asks for, confirmed with its clock and its law. */
export function LaterAct({ notice, act, close }: { notice: Notice; act: LaterActName; close: () => void }) {
  const say = words.use();
  const label = useLabel();
  const items = notice.items.filter(({ allowedActions }) => allowedActions.includes(act));
  // the version on which the dialog was opened: 412 when somebody was faster
  const { data: opened } = useQuery({ ...noticeQuery(notice.id), staleTime: Infinity, refetchOnMount: false });
  const clocks = notice.deadlines.filter(
    ({ state, subject }) => (state === 'running' || state === 'breached') && items.some(({ id }) => id === subject.id),
  );
  const notBefore = act === 'restore' ? clocks.find(({ notBeforeAt }) => notBeforeAt)?.notBeforeAt : undefined;
  return (
    <ActDialog<LaterInput, unknown>
      title={label('itemEvents', act)}
      submit={label('itemEvents', act)}
      isDangerous={dangerous.includes(act)}
      initial={act === 'forward' ? {} : { itemId: items[0]?.id ?? '' }}
      meaning={
        <>
          {say(`later.means.${act}`)}
          {clocks.slice(0, 3).map((clock) => (
            <div key={clock.id}>
              <DeadlineChip clock={clock} />
            </div>
          ))}
          {notBefore && <div>{say('later.notBefore', { at: moment(notBefore) })}</div>}
        </>
      }
      act={(input, headers) =>
        doLaterAct(act, notice, input, { ...headers, ...(opened?.tag && { 'If-Match': opened.tag }) })
      }
      done={() => {
        void queries.invalidateQueries({ queryKey: ['notice', notice.id] });
        void queries.invalidateQueries({ queryKey: ['notices'] });
        void queries.invalidateQueries({ queryKey: ['counter-notices'] });
      }}
      close={close}
    >
      {act !== 'forward' && <ItemField items={items} />}
      <LaterFields act={act} notice={notice} />
    </ActDialog>
  );
}
