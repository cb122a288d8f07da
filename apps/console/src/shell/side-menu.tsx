import { lazy, Suspense } from 'react';
import { NavLink } from 'react-router';
import { useSignedIn } from '../api/me.js';
import { menuOf, titleOf } from '../areas/area.js';
import './side-menu.css';
import { words } from './words.js';

const Drawer = lazy(() => import('antd/es/drawer').then((file) => ({ default: file.default })));

/** The work places of this person: a column on a laptop, a drawer on a phone. */
export function SideMenu({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const say = words.use();
  return (
    <>
      <nav className="side-menu" aria-label={say('menu')}>
        <Entries chosen={close} />
      </nav>
      {isOpen && (
        <Suspense>
          <Drawer open onClose={close} placement="left" size={264} title={say('product')}>
            <nav className="side-menu-drawer" aria-label={say('menu')}>
              <Entries chosen={close} />
            </nav>
          </Drawer>
        </Suspense>
      )}
    </>
  );
}

function Entries({ chosen }: { chosen: () => void }) {
  const say = words.use();
  const entries = menuOf(useSignedIn());
  return (['work', 'settings'] as const).map((group) => {
    const own = entries.filter((entry) => entry.group === group);
    if (own.length === 0) return null;
    return (
      <section key={group} aria-label={say(group)}>
        <p className="side-menu-group">{say(group)}</p>
        <ul>
          {own.map((entry) => (
            <li key={entry.path}>
              <NavLink to={entry.path} onClick={chosen}>
                <entry.icon />
                <span>{titleOf(entry)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
