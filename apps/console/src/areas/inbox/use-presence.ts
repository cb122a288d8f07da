import { useEffect } from 'react';
import { api } from '../../api/client.js';

const beatMillis = 20_000;
/** Whoever only passes by with J and K does not look. */
const settleMillis = 400;

/** Says to colleagues that this notice is open here, while it is and the tab is in view. Losing a beat is no failure. */
export function usePresence(id: string): void {
  useEffect(() => {
    const params = { path: { id } };
    let isTold = false;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      isTold = true;
      void api.PUT('/v1/notices/{id}/presence', { params }).catch(() => undefined);
    };
    const leave = () => {
      if (!isTold) return;
      isTold = false;
      void api.DELETE('/v1/notices/{id}/presence', { params, keepalive: true }).catch(() => undefined);
    };
    const turn = () => (document.visibilityState === 'visible' ? look() : leave());
    const settle = window.setTimeout(look, settleMillis);
    const beat = window.setInterval(look, beatMillis);
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    return () => {
      window.clearTimeout(settle);
      window.clearInterval(beat);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);
}
