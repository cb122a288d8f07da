import { Spin } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useLiveUpdates } from '../api/live.js';
import { useMe } from '../api/me.js';
import { whenSessionEnds } from '../api/queries.js';
import { Bar } from './bar.js';
import { FirstSteps } from './first-steps.js';
import { KeyHelp } from './key-help.js';
import { Palette } from './palette.js';
import { heardSignOut } from './sign-out.js';
import { SideMenu } from './side-menu.js';
import { ToastPlace } from './toast.js';
import { UndoKey } from './undo.js';
import { useTabTitle } from './use-tab-title.js';
import { words } from './words.js';

const SessionEnded = lazy(() => import('./session-ended.js').then((file) => ({ default: file.SessionEnded })));

/** The frame of every work place: bar, menu, page. Whoever is not signed in goes to the door and comes back here. */
export function Shell() {
  const { data: me, isPending } = useMe();
  const { pathname, search } = useLocation();
  if (isPending) return <Spin className="shell-waiting" />;
  if (!me) return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`} replace />;
  return <Frame key={me.organization.id} />;
}

function Frame() {
  const say = words.use();
  const [isEnded, setEnded] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const end = useCallback(() => setEnded(true), []);
  const connection = useLiveUpdates(end);
  useTabTitle();
  useEffect(() => {
    whenSessionEnds(end);
    return heardSignOut(end);
  }, [end]);
  return (
    <ToastPlace>
      <div className="shell">
        <a className="shell-skip" href="#page">
          {say('skip')}
        </a>
        <Bar connection={connection} openMenu={() => setMenuOpen(true)} />
        <SideMenu isOpen={isMenuOpen} close={() => setMenuOpen(false)} />
        {/* it scrolls, also where nothing on it takes the focus */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <main className="shell-page" id="page" tabIndex={0}>
          <FirstSteps />
          <Outlet />
        </main>
        <Palette />
        <KeyHelp />
        <UndoKey />
        {isEnded && (
          <Suspense>
            <SessionEnded isBack={() => setEnded(false)} />
          </Suspense>
        )}
      </div>
    </ToastPlace>
  );
}
