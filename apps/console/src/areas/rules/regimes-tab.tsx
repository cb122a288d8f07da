import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../api/client.js';
import { Reading } from '../../parts/reading.js';
import { currentLanguage } from '../../words/language.js';
import './rules.css';
import { words } from './words.js';

/** The bodies of law, and what each asks of a notice and of a counter-notice. */
export function RegimesTab() {
  const say = words.use();
  const language = currentLanguage();
  const regimes = useQuery({
    queryKey: ['regimes'],
    queryFn: () => taken(api.GET('/v1/regimes')),
    staleTime: Infinity,
  });
  return (
    <Reading of={regimes} rows={10}>
      {({ data }) => (
        <div className="regimes">
          {data.map(({ id, name, covers, validFrom, elements, counterElements }) => (
            <section key={id} className="panel" aria-label={name[language]}>
              <h2>{name[language]}</h2>
              <p>
                {covers[language]} <span className="quiet">{say('validFrom', { at: validFrom })}</span>
              </p>
              <h3>{say('elements')}</h3>
              <Elements elements={elements} />
              {counterElements.length > 0 && (
                <>
                  <h3>{say('counterElements')}</h3>
                  <Elements elements={counterElements} />
                </>
              )}
            </section>
          ))}
        </div>
      )}
    </Reading>
  );
}

function Elements({ elements }: { elements: Schemas['CitedElementView'][] }) {
  const language = currentLanguage();
  return (
    <ul>
      {elements.map(({ element, label, source }) => (
        <li key={element}>
          {label[language]} <span className="quiet">{source.article}</span>
        </li>
      ))}
    </ul>
  );
}
