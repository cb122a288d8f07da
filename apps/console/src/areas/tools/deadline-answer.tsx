import type { Schemas } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { CopyText } from '../../parts/copy-text.js';
import { Fact, Facts } from '../../parts/facts.js';
import { dayAndTime, moment } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { words } from './words.js';

/** The story of one computed deadline: when, by which article, and each day that the calendar treated in its own way. */
export function DeadlineAnswer({
  answer,
  rule,
  zone,
}: {
  answer: Schemas['DeadlinePreviewView'];
  rule: Schemas['RuleView'];
  zone?: string | undefined;
}) {
  const say = words.use();
  const label = useLabel();
  const { dueAt, nominalDueAt, skipped, covered, calendarVersion, basis, source, overrideId } = answer;
  const inZone = zone ?? rule.zone;
  const language = currentLanguage();
  return (
    <section className="panel tool-result" aria-labelledby="result" aria-live="polite">
      <h2 id="result">{say('result')}</h2>
      <time className="tool-due" dateTime={dueAt}>
        {say('dueAt')} {dayAndTime(dueAt)}
      </time>
      <p className="quiet">{say('firstLate', { at: moment(dueAt) })}</p>
      {inZone !== 'Asia/Shanghai' && <p>{say('inZone', { zone: inZone, at: inItsZone(dueAt, inZone) })}</p>}
      {overrideId && <p>{say('shorter')}</p>}
      <Facts>
        <Fact name={say('basis')}>
          {label('bases', basis)} · {(language === 'en' && source.lawEn) || source.law} {source.article}
        </Fact>
        <Fact name={say('owedBy')}>{label('owedBy', rule.owedBy)}</Fact>
        <Fact name={say('calendar')}>{covered ? say('covered', { version: calendarVersion }) : say('uncovered')}</Fact>
      </Facts>
      <p>
        {nominalDueAt !== dueAt
          ? say('moved', { from: dayAndTime(nominalDueAt) })
          : !rule.rolls && <span className="quiet">{say('notMoved')}</span>}
      </p>
      <h3>{say('days')}</h3>
      {skipped.length === 0 ? (
        <p className="quiet">{say('noDays')}</p>
      ) : (
        <ul className="tool-days">
          {skipped.map(({ date, reason }) => (
            <li key={date}>
              <time dateTime={date}>{date}</time> {reason}
            </li>
          ))}
        </ul>
      )}
      <p>
        <CopyText text={window.location.href} label={say('link')} />
      </p>
    </section>
  );
}

function inItsZone(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return format.format(new Date(at));
}
