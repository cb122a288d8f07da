import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { hasScope, useSignedIn } from '../../api/me.js';
import { useKey } from '../../shell/keys.js';
import { type Armed, isLegal } from './armed.js';
import { AssignPanel } from './assign-panel.js';
import { MoreActs } from './more-acts.js';
import type { ReadNotice } from '../notices/use-notice.js';
import { NotePanel } from './note-panel.js';
import { isOpenFor, type QuickAct, quickActs } from './quick-acts.js';
import { useKindOfRule, useRegimes } from './regimes.js';
import { useTemplates } from './templates-query.js';
import { words } from './words.js';

const ActPanel = lazy(() => import('./act-panel.js').then((file) => ({ default: file.ActPanel })));

/** What can be done about the open notice: each act by one key that arms it, and a second that does it. */
export function Dock({
  read,
  armed,
  arm,
  next,
}: {
  read: ReadNotice;
  armed: Armed;
  arm: (armed: Armed) => void;
  next: () => void;
}) {
  const me = useSignedIn();
  useLaw();
  const [armedTag, setArmedTag] = useState(read.tag);
  const mayWork = hasScope(me, 'notices:act');
  const start = (what: Armed) => {
    setArmedTag(read.tag);
    arm(what);
  };
  if (!mayWork) return null;
  const disarm = () => arm(null);
  return (
    <div className="inbox-dock">
      {isLegal(armed) && (
        <Suspense>
          <ActPanel key={armed} read={read} armedTag={armedTag} act={armed} disarm={disarm} next={next} />
        </Suspense>
      )}
      {armed === 'assign' && <AssignPanel notice={read.notice} disarm={disarm} />}
      {armed === 'note' && <NotePanel notice={read.notice} disarm={disarm} />}
      <Acts read={read} armed={armed} arm={start} next={next} />
    </div>
  );
}

/** What the acts choose from is there before the first of them is armed. */
function useLaw(): void {
  useRegimes();
  useKindOfRule();
  useTemplates();
}

function Acts({ read: { notice }, armed, arm, next }: Parameters<typeof Dock>[0]) {
  const say = words.use();
  const isFree = armed === null;
  useKey('a', say('assign.does'), () => arm('assign'), { isEnabled: isFree });
  useKey('m', say('notes.does'), () => arm('note'), { isEnabled: isFree });
  useKey('n', say('acts.skip'), next, { isEnabled: isFree });
  return (
    <div className="inbox-acts" role="toolbar" aria-label={say('acts.label')} hidden={!isFree}>
      {quickActs.map(({ id, key }) => (
        <Act key={id} id={id} hotkey={key} isOpen={isOpenFor(id, notice)} isFree={isFree} arm={arm} />
      ))}
      <Button size="small" onClick={() => arm('assign')}>
        {say('assign.does')} <kbd>A</kbd>
      </Button>
      <Button size="small" onClick={() => arm('note')}>
        {say('notes.does')} <kbd>M</kbd>
      </Button>
      <MoreActs notice={notice} />
      <Button size="small" className="inbox-skip" type="text" onClick={next}>
        {say('acts.skip')} <kbd>N</kbd>
      </Button>
    </div>
  );
}

function Act({
  id,
  hotkey,
  isOpen,
  isFree,
  arm,
}: {
  id: QuickAct;
  hotkey: string;
  isOpen: boolean;
  isFree: boolean;
  arm: (armed: Armed) => void;
}) {
  const say = words.use();
  useKey(hotkey, say(`acts.does.${id}`), () => arm(id), { isEnabled: isOpen && isFree });
  if (!isOpen) return null;
  return (
    <Button size="small" type={id === 'take_down' ? 'primary' : 'default'} onClick={() => arm(id)}>
      {say(`acts.does.${id}`)} <kbd>{hotkey.toUpperCase()}</kbd>
    </Button>
  );
}
