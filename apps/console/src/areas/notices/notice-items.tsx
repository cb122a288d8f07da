import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { type Deadline, documentOf, type Item, type Notice } from './notice-document.js';
import { ItemLine } from './item-line.js';
import './notices.css';
import { words } from './words.js';

/** A notice may carry 500 items: the first are shown, the others when they are asked for. */
const first = 20;
const step = 100;

/** Every item in the notice's order. `acts`: what the reader's side can do about one, by its `allowedActions`. */
export function NoticeItems({ notice, acts }: { notice: Notice; acts?: (item: Item) => ReactNode }) {
  const say = words.use();
  const [shown, setShown] = useState(first);
  const document = documentOf(notice);
  const clocks = useMemo(() => clocksByItem(notice.deadlines), [notice.deadlines]);
  const left = notice.items.length - shown;
  return (
    <section className="panel" aria-label={say('items')}>
      <h2>{say('itemsCount', { count: notice.items.length })}</h2>
      <ol className="item-lines">
        {notice.items.slice(0, shown).map((item, index) => (
          <ItemLine
            key={item.id}
            item={item}
            place={index + 1}
            document={document}
            clocks={clocks.get(item.id) ?? none}
            acts={acts?.(item)}
          />
        ))}
      </ol>
      {left > 0 && (
        <Button block onClick={() => setShown(shown + step)}>
          {say('moreItems', { count: Math.min(step, left), all: notice.items.length })}
        </Button>
      )}
    </section>
  );
}

const none: readonly Deadline[] = [];

function clocksByItem(deadlines: readonly Deadline[]): Map<string, Deadline[]> {
  return Map.groupBy(
    deadlines.filter(({ subject }) => subject.kind === 'item'),
    ({ subject }) => subject.id,
  );
}
