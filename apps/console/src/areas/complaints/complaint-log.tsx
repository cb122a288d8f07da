import { useState } from 'react';
import { moment } from '../../words/dates.js';
import { NoticeTimeline } from '../notices/notice-timeline.js';
import type { Complaint } from './use-complaint.js';
import { words } from './words.js';

/** When the complaint came, was complete and was taken back; then the log of each of its notices, when it is opened. */
export function ComplaintLog({ complaint }: { complaint: Complaint }) {
  const say = words.use();
  const { receivedAt, completedAt, withdrawnAt, withdrawalReason, notices } = complaint;
  return (
    <section className="panel" aria-label={say('timeline')}>
      <h2>{say('timeline')}</h2>
      <ol className="complaint-log">
        <li>{say('received', { at: moment(receivedAt) })}</li>
        {completedAt && <li>{say('completed', { at: moment(completedAt) })}</li>}
        {withdrawnAt && (
          <li>
            {say('withdrawn', { at: moment(withdrawnAt) })}
            {withdrawalReason && <div className="quiet typed">{withdrawalReason}</div>}
          </li>
        )}
      </ol>
      {notices.map(({ id, number }) => (
        <NoticeLog key={id} id={id} number={number} isOpen={notices.length === 1} />
      ))}
    </section>
  );
}

function NoticeLog({ id, number, isOpen }: { id: string; number: string; isOpen: boolean }) {
  const say = words.use();
  const [isShown, setShown] = useState(isOpen);
  return (
    <details className="fold" open={isOpen} onToggle={({ currentTarget }) => currentTarget.open && setShown(true)}>
      <summary>{say('ofNotice', { number })}</summary>
      {isShown && <NoticeTimeline noticeId={id} isPlain />}
    </details>
  );
}
