import { Menu } from 'antd';
import { lazy, Suspense } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSignedIn } from '../api/me.js';
import { type MenuEntry, menuOf } from '../areas/area.js';
import { words } from './words.js';

const Drawer = lazy(() => import('antd/es/drawer').then((file) => ({ default: file.default })));

/** The work places of this person: a column on a laptop, a drawer on a phone. */
export function SideMenu({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const say = words.use();
  return (
    <>
      <nav className="shell-menu" aria-label={say('menu')}>
        <Entries chosen={close} />
      </nav>
      {isOpen && (
        <Suspense>
          <Drawer open onClose={close} placement="left" size={264} title={say('product')}>
            <Entries chosen={close} />
          </Drawer>
        </Suspense>
      )}
    </>
  );
}

function Entries({ chosen }: { chosen: () => void }) {
  const say = words.use();
  const me = useSignedIn();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const entries = menuOf(me);
  const groups = (['work', 'settings'] as const).map((group) => ({
    key: group,
    type: 'group' as const,
    label: say(group),
    children: entries.filter((entry) => entry.group === group).map(itemOf),
  }));
  // the longest path that the address begins with
  const here = entries
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return (
    <Menu
      mode="inline"
      items={groups.filter(({ children }) => children.length > 0)}
      selectedKeys={here ? [here.path] : []}
      onClick={({ key }) => {
        void navigate(key);
        chosen();
      }}
    />
  );
}

function itemOf({ path, title, icon: Icon }: MenuEntry) {
  return { key: path, label: title(), icon: <Icon /> };
}
