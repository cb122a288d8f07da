import { Button, Skeleton } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Nothing } from '../../parts/nothing.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { ListRow, rowHeight } from './list-row.js';
import { useDeeds } from './outbox.js';
import type { Inbox } from './use-standing-list.js';
import { words } from './words.js';

const spare = 6;

/** The rows in view and a few beside; all others are only room. What one key costs does not depend on how many there are. */
export function ListPane({
  inbox,
  current,
  chosen,
  choose,
  isFiltered,
  clear,
}: {
  inbox: Inbox;
  current: string | undefined;
  chosen: ReadonlySet<string>;
  choose: (id: string) => void;
  isFiltered: boolean;
  clear: () => void;
}) {
  const say = words.use();
  const place = useRef<HTMLDivElement>(null);
  const [search] = useSearchParams();
  const deeds = useDeeds();
  const [from, to] = useRange(place, inbox);
  const { list, failure, read } = inbox;
  useInView(place, list?.ids.indexOf(current ?? '') ?? -1);
  const rows = list?.ids.slice(from, to) ?? [];
  return (
    <div className="inbox-rows" ref={place} tabIndex={-1}>
      {!list && !failure && <Skeleton active title={false} paragraph={{ rows: 8 }} className="inbox-waiting" />}
      {failure ? <ProblemNote failure={failure} again={() => void read()} /> : null}
      {list?.ids.length === 0 && (
        <Nothing why={say(isFiltered ? 'nothing' : 'nothingYet')}>
          {isFiltered && <Button onClick={clear}>{say('clear')}</Button>}
        </Nothing>
      )}
      {list && list.ids.length > 0 && (
        <ol className="inbox-room" style={{ height: list.ids.length * rowHeight }} aria-label={say('list')}>
          {rows.map((id, at) => (
            <ListRow
              key={id}
              entry={list.rows.get(id)!}
              top={(from + at) * rowHeight}
              place={from + at + 1}
              total={list.ids.length}
              search={search.toString()}
              isCurrent={id === current}
              isChosen={chosen.has(id)}
              isSending={deeds.some(({ noticeId, state }) => noticeId === id && state !== 'refused')}
              choose={choose}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Which rows are drawn; near the end the next page is read. */
function useRange(place: RefObject<HTMLDivElement | null>, { list, more, setSeen }: Inbox): [number, number] {
  const [[from, to], setRange] = useState<[number, number]>([0, 20]);
  const count = list?.ids.length ?? 0;
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const look = () => {
      const first = Math.floor(box.scrollTop / rowHeight);
      const last = first + Math.ceil(box.clientHeight / rowHeight);
      const next: [number, number] = [Math.max(0, first - spare), last + spare];
      setRange((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
      setSeen((now) => (now[0] === first && now[1] === last ? now : [first, last]));
      if (last + 2 * spare >= count) void more();
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [place, count, more, setSeen]);
  return [from, to];
}

/** The current row is kept in view, moving no further than needed. */
function useInView(place: RefObject<HTMLDivElement | null>, index: number): void {
  useEffect(() => {
    const box = place.current;
    if (!box || index < 0) return;
    const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
    if (top < box.scrollTop) box.scrollTo({ top });
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: bottom - box.clientHeight });
  }, [place, index]);
}
