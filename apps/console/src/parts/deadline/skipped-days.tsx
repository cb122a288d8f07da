import type { Clock } from './deadline-tone.js';
import { words } from './words.js';

/** The whole story of one clock: its rule, due instant and article, then each day the calendar treated in its own way. */
export function SkippedDays({ clock, facts }: { clock: Clock; facts: ReadonlyArray<string | null | undefined> }) {
  const say = words.use();
  const { skipped = [], covered, basis, owedBy } = clock;
  return (
    <div className="deadline-story">
      {facts.map((fact) => (
        <div key={fact}>{fact}</div>
      ))}
      {(basis || owedBy) && (
        <div>
          {[basis && say(`basis.${basis as 'statutory'}`), owedBy && say(`owedBy.${owedBy as 'platform'}`)]
            .filter(Boolean)
            .join(' · ')}
        </div>
      )}
      {covered === false && <div>{say('uncovered')}</div>}
      {skipped.length > 0 && (
        <>
          <div className="deadline-story-head">{say('skipped')}</div>
          {skipped.slice(0, 12).map(({ date, reason }) => (
            <div key={date}>
              {date} {reason}
            </div>
          ))}
          {skipped.length > 12 && <div>… +{skipped.length - 12}</div>}
        </>
      )}
    </div>
  );
}
