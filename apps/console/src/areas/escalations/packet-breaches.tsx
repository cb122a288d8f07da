import type { Schemas } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { SkippedDays } from '../../parts/deadline/skipped-days.js';
import { dayAndTime, moment } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { words } from './words.js';

/** Each duty that was not kept: the sentence, its clock with the article, and what the platform had said by then. */
export function PacketBreaches({ triggers }: { triggers: Schemas['TriggerView'][] }) {
  const say = words.use();
  const label = useLabel();
  return (
    <section className="panel" aria-labelledby="not-done">
      <h2 id="not-done">{say('notDone')}</h2>
      {triggers.map(({ clock, received }) => {
        const whole = { ...clock, remainingSeconds: null };
        return (
          <div key={clock.id} className="packet-breach">
            <DeadlineChip clock={whole} />
            <p className="packet-sentence">{received.sentence[currentLanguage()]}</p>
            <SkippedDays
              clock={whole}
              facts={[
                label('rules', clock.rule),
                `${dayAndTime(clock.startedAt)} → ${dayAndTime(clock.dueAt)}`,
                clock.source &&
                  `${(currentLanguage() === 'en' && clock.source.lawEn) || clock.source.law} ${clock.source.article}`,
              ]}
            />
            <p className="quiet">
              {received.acknowledgedAt
                ? say('acknowledgedAt', { at: moment(received.acknowledgedAt) })
                : say('notAcknowledged')}
            </p>
            {received.decisions.length > 0 && (
              <>
                <h3>{say('decisionsBefore')}</h3>
                <ul>
                  {received.decisions.map(({ itemId, state, disposition, note, decidedAt }) => (
                    <li key={itemId}>
                      {moment(decidedAt)} · {label('dispositions', disposition) || label('itemStates', state)}
                      {note && ` · ${note}`}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
