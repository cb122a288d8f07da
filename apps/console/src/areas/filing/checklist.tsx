import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { currentLanguage } from '../../words/language.js';
import { groups, type Tick } from './missing.js';
import { words } from './words.js';

/** The elements that the law asks for, by their place in the form: ticked as they come. */
export function Checklist({
  ticks,
  isBegun,
  mend,
}: {
  ticks: readonly Tick[];
  /** On a page that is still empty nothing is a fault yet. */
  isBegun: boolean;
  mend: (tick: Tick) => void;
}) {
  const say = words.use();
  return (
    <section className={`panel filing-checklist${isBegun ? '' : ' is-calm'}`} aria-label={say('checklist')}>
      <h2>{say('checklist')}</h2>
      {groups.map((group) => {
        const own = ticks.filter((tick) => tick.group === group);
        if (own.length === 0) return null;
        const missing = own.filter(({ isMet }) => !isMet);
        return (
          <div key={group} className={missing.length === 0 ? 'is-met' : undefined}>
            <h3>
              <Mark isMet={missing.length === 0} /> {say(`group.${group}`)}
            </h3>
            <ul>
              {own.map((tick) => (
                <li key={tick.element} title={tick.articles.join('\n')}>
                  {tick.isMet ? (
                    <span>{tick.label[currentLanguage()]}</span>
                  ) : (
                    <button type="button" onClick={() => mend(tick)}>
                      {say('missing', { label: tick.label[currentLanguage()] })}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Mark({ isMet }: { isMet: boolean }) {
  const say = words.use();
  return isMet ? (
    <CheckCircleFilled className="filing-met" aria-label={say('isMet')} role="img" />
  ) : (
    <ExclamationCircleFilled className="filing-missing" aria-label={say('isMissing')} role="img" />
  );
}
