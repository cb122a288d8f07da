import { lazy } from 'react';
import { Navigate } from 'react-router';
import { useMe } from '../api/me.js';

const FirstPlace = lazy(() => import('./first-place.js').then((file) => ({ default: file.FirstPlace })));

/** The printed address: one's own first work place, or the door. */
export function Home() {
  const { data: me, isPending } = useMe();
  if (isPending) return null;
  return me ? <FirstPlace me={me} /> : <Navigate to="/sign-in" replace />;
}
