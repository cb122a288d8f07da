import { useSignedIn } from '../../api/me.js';
import { PageHead } from '../../parts/page-head.js';
import { Figures } from './figures.js';
import { NearestDeadlines } from './nearest-deadlines.js';
import { Waiting } from './waiting.js';
import { words } from './words.js';
import './workbench.css';

/** What waits for the signed-in person, the nearest clocks, and the figures of the organization. */
export function WorkbenchPage() {
  const say = words.use();
  const me = useSignedIn();
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      <div className="workbench">
        <Waiting />
        {me.scopes.includes('notices:read') && <NearestDeadlines />}
        <Figures />
      </div>
    </>
  );
}
