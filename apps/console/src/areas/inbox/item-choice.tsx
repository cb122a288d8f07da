import { Button, Checkbox } from 'antd';
import { useRef } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import { useKey } from '../../shell/keys.js';
import type { Item } from '../notices/notice-document.js';
import { words } from './words.js';

/** Which items the act is for; all that it can be done to, unless some are left out. X goes there and ticks. */
export function ItemChoice({
  items,
  left,
  setLeft,
}: {
  items: readonly Item[];
  left: ReadonlySet<string>;
  setLeft: (left: ReadonlySet<string>) => void;
}) {
  const say = words.use();
  const label = useLabel();
  const place = useRef<HTMLUListElement>(null);
  const boxes = () => [...(place.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const step = (by: number) => {
    const all = boxes();
    const at = all.indexOf(document.activeElement as HTMLInputElement);
    if (at >= 0) all[at + by]?.focus();
  };
  useKey(
    'x',
    say('acts.chooseItems'),
    () => {
      const all = boxes();
      const at = all.indexOf(document.activeElement as HTMLInputElement);
      if (at < 0) all[0]?.focus();
      else toggle(items[at]!.id);
    },
    { inFields: true },
  );
  useKey('down', say('acts.itemDown'), () => step(1), { inFields: true });
  useKey('up', say('acts.itemUp'), () => step(-1), { inFields: true });
  const chosen = items.filter(({ id }) => !left.has(id)).length;
  return (
    <div className="inbox-items">
      <div className="inbox-items-head">
        {say('acts.chosen', { count: chosen, of: items.length })} <kbd>X</kbd>
        <Button
          size="small"
          type="link"
          onClick={() => setLeft(chosen === 0 ? new Set() : new Set(items.map(({ id }) => id)))}
        >
          {say(chosen === 0 ? 'acts.all' : 'acts.none')}
        </Button>
      </div>
      <ul ref={place} aria-label={say('acts.chooseItems')}>
        {items.map(({ id, target, state }) => (
          <li key={id}>
            <Checkbox checked={!left.has(id)} onChange={() => toggle(id)}>
              <span className="inbox-item-address" title={target.url ?? target.raw}>
                {target.url ?? target.raw}
              </span>
              <span className="quiet">{label('itemStates', state)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  );
}
