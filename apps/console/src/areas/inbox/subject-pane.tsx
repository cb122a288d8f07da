import { ArrowLeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useEffect } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { Reading } from '../../parts/reading.js';
import { noticeColour } from '../notices/item-colour.js';
import { NoticeItems } from '../notices/notice-items.js';
import { NoticeSubject } from '../notices/notice-subject.js';
import type { Armed } from './armed.js';
import { ClaimLine } from './claim-line.js';
import { Dock } from './dock.js';
import type { Notice } from '../notices/notice-document.js';
import { useNotice } from '../notices/use-notice.js';
import { usePresence } from './use-presence.js';
import { words } from './words.js';

/** The notice that is open, with everything that can be done about it below. */
export function SubjectPane({
  id,
  armed,
  arm,
  close,
  toSide,
  next,
  tell,
}: {
  id: string;
  armed: Armed;
  arm: (armed: Armed) => void;
  close: () => void;
  toSide: () => void;
  next: () => void;
  /** The notice as it was just read, for its row. */
  tell: (notice: Notice) => void;
}) {
  const say = words.use();
  const read = useNotice(id);
  usePresence(id);
  const notice = read.data?.notice;
  useEffect(() => {
    if (notice) tell(notice);
  }, [notice, tell]);
  return (
    <>
      <div className="inbox-narrow-bar only-narrow">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={close}>
          {say('back')}
        </Button>
        <Button type="text" onClick={toSide}>
          {say('toSide')} <RightOutlined />
        </Button>
      </div>
      <div className="inbox-subject" tabIndex={-1} id="inbox-subject">
        <Reading of={read} rows={10}>
          {(data) => (
            <>
              <SubjectHead notice={data.notice} />
              <ClaimLine notice={data.notice} />
              <NoticeItems notice={data.notice} />
              <NoticeSubject notice={data.notice} />
            </>
          )}
        </Reading>
      </div>
      {read.data && <Dock read={read.data} armed={armed} arm={arm} next={next} />}
    </>
  );
}

/** Which notice it is, how it stands, and the clock that presses most; the others stand beside the timeline. */
function SubjectHead({ notice }: { notice: Notice }) {
  const label = useLabel();
  const { number, title, state, outcome, nextDeadline } = notice;
  const clock =
    nextDeadline &&
    notice.deadlines.find(({ rule, dueAt }) => rule === nextDeadline.rule && dueAt === nextDeadline.dueAt);
  return (
    <header className="inbox-subject-head">
      <h2 title={title}>
        {number} {title}
      </h2>
      <div className="inbox-subject-standing">
        <Tag color={noticeColour(state)}>{label('noticeStates', state)}</Tag>
        {outcome && <Tag>{label('noticeOutcomes', outcome)}</Tag>}
        {clock && <DeadlineChip clock={clock} />}
      </div>
    </header>
  );
}
