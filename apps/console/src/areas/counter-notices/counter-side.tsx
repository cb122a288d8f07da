import { FilePdfOutlined } from '@ant-design/icons';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { documentOf } from '../notices/notice-document.js';
import { ItemFollowUps } from '../notices/item-follow-ups.js';
import { useNotice } from '../notices/use-notice.js';
import './counter-notices.css';
import type { CounterNotice } from './use-counter-notice.js';
import { words } from './words.js';

/** Until when what can be done, what was done, and the paper. */
export function CounterSide({ counter }: { counter: CounterNotice }) {
  const say = words.use();
  const label = useLabel();
  const read = useNotice(counter.noticeId);
  const steps = [
    say('received', { at: moment(counter.receivedAt) }),
    counter.forwardedAt && say('forwarded', { at: moment(counter.forwardedAt) }),
    counter.arrivedAt && say('arrived', { at: moment(counter.arrivedAt) }),
    counter.endedAt && say('ended', { at: moment(counter.endedAt) }),
  ].filter((step) => step !== null && step !== '');
  return (
    <>
      <section className="panel" aria-label={say('until')}>
        <h2>{say('until')}</h2>
        <Reading of={read} rows={2}>
          {({ notice }) => {
            const clocks = notice.deadlines
              .filter(({ subject }) => subject.id === counter.itemId)
              .sort((a, b) => Number(!!a.stoppedAt) - Number(!!b.stoppedAt) || a.dueAt.localeCompare(b.dueAt));
            return (
              <>
                {clocks.length === 0 && <p className="quiet">{say('noClock')}</p>}
                <ul className="clock-lines">
                  {clocks.map((clock) => (
                    <li key={clock.id}>
                      <span>{label('rules', clock.rule)}</span>
                      <DeadlineChip clock={clock} />
                    </li>
                  ))}
                </ul>
                <ItemFollowUps itemId={counter.itemId} document={documentOf(notice)} />
              </>
            );
          }}
        </Reading>
      </section>
      <section className="panel" aria-label={say('course')}>
        <h2>{say('course')}</h2>
        <ol className="timeline">
          {steps.map((step) => (
            <li key={step} className="timeline-line is-counter_notice">
              {step}
            </li>
          ))}
        </ol>
      </section>
      <section className="panel" aria-label={say('papers')}>
        <h2>{say('papers')}</h2>
        <a
          href={`/v1/counter-notices/${counter.id}/document.pdf?language=${currentLanguage()}`}
          target="_blank"
          rel="noreferrer"
        >
          <FilePdfOutlined /> {say('pdf')}
        </a>
      </section>
    </>
  );
}
