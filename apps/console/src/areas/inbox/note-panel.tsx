import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useKey } from '../../shell/keys.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useUndo } from '../../shell/undo.js';
import { useAct } from '../../api/use-act.js';
import type { Notice } from '../notices/notice-document.js';
import { words } from './words.js';

/** For colleagues only; stands at once, and can be taken back for ten seconds. */
export function NotePanel({ notice, disarm }: { notice: Notice; disarm: () => void }) {
  const say = words.use();
  const offerUndo = useUndo();
  const [text, setText] = useState('');
  const undone = useRef(notice.id);
  const id = undone.current;
  const readNotes = () => queries.invalidateQueries({ queryKey: ['notice', id, 'notes'] });
  const write = useAct(
    (input: string, headers) =>
      taken(api.POST('/v1/notices/{id}/notes', { params: { path: { id } }, headers, body: { text: input } })),
    (note) => {
      void readNotes();
      disarm();
      offerUndo(say('notes.done'), async () => {
        const path = { id, noteId: note.id };
        await taken(api.DELETE('/v1/notices/{id}/notes/{noteId}', { params: { path } }));
        await readNotes();
      });
    },
  );
  const submit = () => {
    if (text.trim() && !write.isRunning) write.do(text.trim());
  };
  useKey('mod+enter', say('notes.write'), submit, { inFields: true, always: true });
  useKey('escape', say('acts.cancel'), disarm, { inFields: true, always: true });
  return (
    <div className="inbox-armed">
      <h3>
        {say('notes.does')} <span className="quiet">{say('notes.inside')}</span>
      </h3>
      <Input.TextArea
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        rows={2}
        maxLength={4000}
        aria-label={say('notes.does')}
        disabled={write.isUnsure}
      />
      {write.failure && <ProblemNote failure={write.failure} ofAct again={write.isUnsure ? write.again : undefined} />}
      <div className="inbox-submit">
        <Button type="primary" onClick={submit} loading={write.isRunning} disabled={!text.trim() || write.isUnsure}>
          {say('notes.write')} <kbd>Ctrl Enter</kbd>
        </Button>
        <Button type="text" onClick={disarm}>
          {say('acts.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}
