import { Link } from 'react-router';
import { GuideLink } from '../../parts/guide-link.js';
import { PageHead } from '../../parts/page-head.js';
import './tools.css';
import { words } from './words.js';

const people = ['rights', 'platforms', 'regulators', 'users'] as const;

/** The public face in a minute: what this is, for whom, and where to begin. */
export function AboutPage() {
  const say = words.use();
  return (
    <div className="about">
      <PageHead title={say('about')} />
      <p className="about-lead">{say('aboutLead')}</p>
      <section>
        <h2>{say('forWhom')}</h2>
        <div className="about-who">
          {people.map((one) => (
            <div key={one} className="panel">
              <h3>{say(`who.${one}`)}</h3>
              <p className="quiet">{say(`who.${one}Note`)}</p>
            </div>
          ))}
        </div>
      </section>
      <section>
        <h2>{say('useNow')}</h2>
        <div className="about-links">
          <Link to="/tools/deadline">{say('deadline')}</Link>
          <Link to="/tools/where">{say('where')}</Link>
          <Link to="/tools/receipt">{say('receipt')}</Link>
        </div>
      </section>
      <section>
        <h2>{say('start2')}</h2>
        <div className="about-links">
          <Link to="/sign-in">{say('signIn')}</Link>
          <a href="/docs">{say('docs')}</a>
          <GuideLink />
        </div>
      </section>
    </div>
  );
}
