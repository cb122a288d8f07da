import { queries } from '../api/queries.js';
import { api } from '../api/client.js';

const channel = new BroadcastChannel('tongshan.session');

/** Ends the session here and tells the other tabs, which share the cookie. */
export async function signOut(): Promise<void> {
  await api.DELETE('/v1/auth/session');
  channel.postMessage('signed_out');
  queries.clear();
}

/** Calls back when another tab signs out; returns how to stop listening. */
export function heardSignOut(tell: () => void): () => void {
  const hear = ({ data }: MessageEvent) => data === 'signed_out' && tell();
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
