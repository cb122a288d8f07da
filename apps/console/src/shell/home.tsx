import { Navigate } from 'react-router';
import { menuOf } from '../areas/area.js';
import { useMe } from '../api/me.js';

/** The printed address: one's own first work place, or the door. */
export function Home() {
  const { data: me, isPending } = useMe();
  if (isPending) return null;
  return <Navigate to={me ? (menuOf(me)[0]?.path ?? '/security') : '/sign-in'} replace />;
}
