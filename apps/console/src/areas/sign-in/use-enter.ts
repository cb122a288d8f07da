import { useNavigate, useSearchParams } from 'react-router';
import type { Me } from '../../api/me.js';
import { queries } from '../../api/queries.js';

/** A path of ours, never an address elsewhere: what follows `returnTo` may have been written by anybody. */
export function ownPath(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

/** Enters as `me`, to the page that was asked for before. */
export function useEnter(): (me: Me) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (me) => {
    queries.clear();
    queries.setQueryData(['me'], me);
    void navigate(ownPath(search.get('returnTo')), { replace: true });
  };
}
