import { EyeOutlined, LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { api, taken } from '../../api/client.js';
import { hasScope, useSignedIn } from '../../api/me.js';
import { queries } from '../../api/queries.js';
import { useKey } from '../../shell/keys.js';
import { useToast } from '../../shell/toast.js';
import { useUndo } from '../../shell/undo.js';
import { moment } from '../../words/dates.js';
import type { Notice } from '../notices/notice-document.js';
import { words } from './words.js';

type Claim = { takeOver?: boolean; release?: boolean };

/** Renewed well before the ten minutes of the lease are over. */
const renewMillis = 4 * 60_000;

/** Who has the notice, who holds it in hand, who else looks at it; always one line, whatever it says. */
export function ClaimLine({ notice }: { notice: Notice }) {
  const say = words.use();
  const me = useSignedIn();
  const toast = useToast();
  const offerUndo = useUndo();
  const { id, number, claimedBy = null, assignee, lookingNow = [] } = notice;
  const isMine = claimedBy !== null && claimedBy.id === me.member?.id;
  const mayAct = hasScope(me, 'notices:act');

  const claim = async (body: Claim) => {
    await taken(api.POST('/v1/notices/{id}/claim', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: ['notice', id] });
  };
  const change = async (body: Claim, done: string, back: Claim) => {
    try {
      await claim(body);
      offerUndo(done, () => claim(back));
    } catch (failure) {
      void toast.error((failure as Error).message);
      void queries.invalidateQueries({ queryKey: ['notice', id] });
    }
  };
  const press = () =>
    isMine
      ? change({ release: true }, say('claim.released', { number }), {})
      : change({ takeOver: claimedBy !== null }, say('claim.done', { number }), { release: true });
  useKey('c', say(isMine ? 'claim.release' : claimedBy ? 'claim.takeOver' : 'claim.take'), () => void press(), {
    isEnabled: mayAct,
  });
  useEffect(() => {
    if (!isMine) return;
    const params = { path: { id } };
    const renew = () => void api.POST('/v1/notices/{id}/claim', { params, body: {} }).catch(() => undefined);
    const timer = window.setInterval(renew, renewMillis);
    return () => window.clearInterval(timer);
  }, [id, isMine]);

  return (
    <div className="inbox-claim" aria-live="polite">
      {lookingNow.length > 0 && (
        <span className="inbox-looking">
          <EyeOutlined /> {say('looking', { names: lookingNow.map(({ name }) => name).join('、') })}
        </span>
      )}
      <span className={claimedBy && !isMine ? 'inbox-held' : undefined}>
        <LockOutlined />{' '}
        {claimedBy
          ? isMine
            ? say('claim.mine', { until: moment(claimedBy.expiresAt) })
            : say('claim.others', { name: claimedBy.name, until: moment(claimedBy.expiresAt) })
          : say('claim.free')}
      </span>
      {mayAct && (
        <Button size="small" onClick={() => void press()}>
          {say(isMine ? 'claim.release' : claimedBy ? 'claim.takeOver' : 'claim.take')} <kbd>C</kbd>
        </Button>
      )}
      <span className="inbox-assignee">
        <UserOutlined /> {assignee?.name ?? say('unassigned')}
      </span>
    </div>
  );
}
