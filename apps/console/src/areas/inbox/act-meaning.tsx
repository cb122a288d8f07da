import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import type { Notice } from '../notices/notice-document.js';
import { endsClocks, type QuickAct } from './quick-acts.js';
import { useKindOfRule, useRegime } from './regimes.js';
import { currentLanguage } from '../../words/language.js';
import { words } from './words.js';

/** What follows from the act in law, and the clocks that it ends. */
export function ActMeaning({
  act,
  notice,
  count,
  takers,
}: {
  act: QuickAct;
  notice: Notice;
  count: number;
  takers: number;
}) {
  const say = words.use();
  const label = useLabel();
  const kindOf = useKindOfRule();
  const regime = useRegime(notice.regime);
  const kinds = endsClocks[act];
  const clocks = notice.deadlines.filter(
    ({ state, owedBy, rule }) =>
      owedBy === 'platform' && (state === 'running' || state === 'breached') && kinds.includes(kindOf(rule) ?? ''),
  );
  const law = regime && `${(currentLanguage() === 'en' && regime.law.lawEn) || regime.law.law} ${regime.law.article}`;
  const isPartial = act !== 'acknowledge' && act !== 'supplement' && count < takers;
  return (
    <div className="inbox-meaning">
      <p>
        {say(`acts.means.${act}`)} {isPartial && say('acts.rest', { count: takers - count })}
      </p>
      {clocks.length > 0 && (
        <div className="inbox-meaning-clocks">
          {clocks.slice(0, 3).map((clock) => (
            <span key={clock.id}>
              {label('rules', clock.rule)} <DeadlineChip clock={clock} compact />
            </span>
          ))}
          {law && <span className="quiet">{law}</span>}
        </div>
      )}
    </div>
  );
}
