import { Button } from 'antd';
import { useSignedIn } from '../../api/me.js';
import type { Tick } from './missing.js';
import { textsWithoutAddress } from './request-of.js';
import type { Reading } from './use-preview.js';
import { words } from './words.js';

/** Always in sight: what is still missing, and the way on. */
export function SubmitBar({
  reading,
  missing,
  isLocked,
  mend,
  submit,
}: {
  reading: Reading;
  missing: readonly Tick[];
  isLocked: boolean;
  mend: (tick: Tick) => void;
  submit: () => void;
}) {
  const say = words.use();
  const { preview, isCurrent } = reading;
  const chatter = preview ? textsWithoutAddress(preview) : new Set();
  const hasTargets = preview?.targets.some(({ index }) => !chatter.has(index)) ?? false;
  const [first] = missing;
  // without a title there is nothing to complain about; everything else can be supplemented
  const untitled = missing.find(({ element }) => element === 'work');
  const { isEmailConfirmed } = useSignedIn();
  return (
    <div className="filing-bar">
      <span role="status">
        {!hasTargets ? (
          <span className="quiet">{say('noTargets')}</span>
        ) : !isEmailConfirmed ? (
          <span className="quiet">{say('unconfirmed')}</span>
        ) : untitled ? (
          <button type="button" className="filing-lacks" onClick={() => mend(untitled)}>
            {say('noTitle')}
          </button>
        ) : first ? (
          <button type="button" className="filing-lacks" onClick={() => mend(first)}>
            {say('lacks', { count: missing.length })}
          </button>
        ) : (
          <span className="filing-ready">{say('ready')}</span>
        )}
      </span>
      <Button
        type="primary"
        disabled={!hasTargets || untitled !== undefined || !isEmailConfirmed || !isCurrent || isLocked}
        onClick={submit}
      >
        {hasTargets && !isCurrent && !reading.failure ? say('checking') : say('submit')}
      </Button>
    </div>
  );
}
