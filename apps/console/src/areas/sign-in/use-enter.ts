import { useNavigate, useSearchParams } from 'react-router';
import type { Me } from '../../api/me.js';
import { queries } from '../../api/queries.js';

/** A path of ours, never an address elsewhere: what follows `returnTo` may have been written by anybody. */
export function ownPath(wanted: string | null, otherwise = '/'): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : otherwise;
}

/** Enters as `me`, to the page that was asked for before, or to `otherwise`. */
export function useEnter(otherwise?: string): (me: Me) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (me) => {
    queries.clear();
    queries.setQueryData(['me'], me);
    void navigate(ownPath(search.get('returnTo'), otherwise), { replace: true });
  };
}
