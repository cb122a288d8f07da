import { Navigate } from 'react-router';
import { menuOf } from '../areas/area.js';
import type { Me } from '../api/me.js';

/** The first entry of one's menu. */
export function FirstPlace({ me }: { me: Me }) {
  return <Navigate to={menuOf(me)[0]?.path ?? '/security'} replace />;
}
