import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import { useKey } from '../../shell/keys.js';
import { ActChoice, useChoices } from './act-choice.js';
import { ActMeaning } from './act-meaning.js';
import { HappenedSince } from './happened-since.js';
import { ItemChoice } from './item-choice.js';
import type { ReadNotice } from '../notices/use-notice.js';
import { type Draft, lacks, type QuickAct, takes } from './quick-acts.js';
import { submitDraft } from './submit-draft.js';
import { words } from './words.js';

/**
 * A legal act, armed: what it does to which items, on what law, what follows. Enter or N does it and goes on to the
 * next notice; Esc leaves everything as it was.
 */
export function ActPanel({
  read,
  armedTag,
  act,
  disarm,
  next,
}: {
  read: ReadNotice;
  armedTag: string | null;
  act: QuickAct;
  disarm: () => void;
  next: () => void;
}) {
  const say = words.use();
  const label = useLabel();
  const { notice } = read;
  const place = useRef<HTMLDivElement>(null);
  const takers = notice.items.filter((item) => takes(act, item));
  const isWhole = act === 'acknowledge' || act === 'supplement';
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [draft, change] = useState<Omit<Draft, 'act' | 'itemIds'>>({ note: '', elements: [] });
  const choices = useChoices(act, notice, draft, (part) => change((now) => ({ ...now, ...part })));
  const itemIds = isWhole ? [] : takers.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const whole: Draft = { ...draft, ...choices.chosen, act, itemIds };
  const missing = lacks(whole);
  const count = isWhole ? notice.items.length : itemIds.length;
  const what = `${choices.label || say(`acts.does.${act}`)} · ${say('items', { count })}`;

  const submit = (goOn: boolean) => {
    if (missing) {
      if (missing === 'note') place.current?.querySelector('textarea')?.focus();
      return;
    }
    submitDraft(read, whole, what);
    disarm();
    if (goOn) next();
  };
  useKey('n', say('acts.submitNext'), () => submit(true));
  useKey('mod+enter', say('acts.submitNext'), () => submit(true), { inFields: true, always: true });
  useKey('escape', say('acts.cancel'), () => leave(place.current, disarm), { inFields: true, always: true });
  useEffect(() => focusDefault(place.current), []);

  return (
    <div className="inbox-armed" ref={place} role="group" aria-label={say(`acts.does.${act}`)}>
      {read.tag !== armedTag && <HappenedSince notice={notice} tag={armedTag} />}
      <h3>
        {say(`acts.does.${act}`)} <span className="quiet">{label('regimes', notice.regime)}</span>
        <span className="inbox-armed-what" role="status">
          {missing ? say(`acts.missing.${missing}`) : what}
        </span>
      </h3>
      <ActChoice choices={choices} />
      {!isWhole && takers.length > 1 && <ItemChoice items={takers} left={left} setLeft={setLeft} />}
      {choices.hasNote && (
        <Input.TextArea
          value={choices.note}
          onChange={({ target }) => change((now) => ({ ...now, note: target.value }))}
          rows={1}
          maxLength={2000}
          aria-label={say('acts.note')}
          placeholder={say(missing === 'note' ? 'acts.noteNeeded' : 'acts.note')}
          status={missing === 'note' ? 'warning' : ''}
        />
      )}
      <ActMeaning act={act} notice={notice} count={count} takers={takers.length} />
      <div className="inbox-submit">
        <Button type="primary" data-default onClick={() => submit(true)} disabled={missing === 'items'}>
          {say('acts.submitNext')} <kbd>N</kbd>
        </Button>
        <Button onClick={() => submit(false)} disabled={missing !== null}>
          {say('acts.submit')}
        </Button>
        <Button type="text" onClick={disarm}>
          {say('acts.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}

/** Enter then does what the panel proposes. */
function focusDefault(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('[data-default]')?.focus();
}

/** Out of a field first, out of the panel then. */
function leave(place: HTMLElement | null, disarm: () => void): void {
  if (document.activeElement instanceof HTMLTextAreaElement) focusDefault(place);
  else disarm();
}
