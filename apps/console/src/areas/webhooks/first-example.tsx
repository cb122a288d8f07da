import { Snippets } from './secret-shown.js';
import { words } from './words.js';

/** No endpoint yet: the four steps to a first signed example. */
export function FirstExample() {
  const say = words.use();
  return (
    <section className="panel first-example" aria-label={say('first.title')}>
      <h2>{say('first.title')}</h2>
      <ol>
        {(['receiver', 'register', 'keep', 'test'] as const).map((step) => (
          <li key={step}>{say(`first.${step}`)}</li>
        ))}
      </ol>
      <Snippets />
    </section>
  );
}
