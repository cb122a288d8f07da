import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Badge, Button, Input, type InputRef, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { SavedViews } from '../../parts/saved-views.js';
import { useKey } from '../../shell/keys.js';
import { useSettled } from '../../shell/use-settled.js';
import { FilterForm } from './filter-form.js';
import type { Inbox } from './use-standing-list.js';
import { filterNames, type FilterName, type InboxFilters } from './use-inbox-filters.js';
import { words } from './words.js';

const quick: ReadonlyArray<['all' | 'due_soon' | 'breached' | 'me' | 'none', Partial<Record<FilterName, string>>]> = [
  ['all', {}],
  ['due_soon', { deadline: 'due_soon' }],
  ['breached', { deadline: 'breached' }],
  ['me', { assignee: 'me' }],
  ['none', { assignee: 'none' }],
];

type Change = (change: Partial<Record<FilterName, string | undefined>>) => void;

/** Search, filters and saved views above the list; below them the line that tells of new notices. */
export function ListHead({ filters, change, inbox }: { filters: InboxFilters; change: Change; inbox: Inbox }) {
  const say = words.use();
  const count = (['state', 'itemState', 'supplement', 'platform', 'regime', 'sort'] as const).filter(
    (name) => filters[name],
  ).length;
  return (
    <div className="inbox-head">
      <div className="inbox-head-line">
        <Search value={filters.q ?? ''} change={(q) => change({ q })} />
        <Popover
          trigger="click"
          placement="bottomRight"
          content={<FilterForm filters={filters} change={change} />}
          destroyOnHidden
        >
          <Badge count={count} size="small">
            <Button icon={<FilterOutlined />} aria-label={say('filter')} title={say('filter')} />
          </Badge>
        </Popover>
        <SavedViews storageKey="inbox" />
      </div>
      <div className="inbox-quick" role="group" aria-label={say('filter')}>
        {quick.map(([name, wanted]) => {
          const isOn = name === 'all' ? !filters.deadline && !filters.assignee : matches(filters, wanted);
          const plain = { deadline: undefined, assignee: undefined };
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isOn}
              onClick={() => change(isOn ? plain : { ...plain, ...wanted })}
            >
              {say(`quick.${name}`)}
            </button>
          );
        })}
      </div>
      <FreshLine inbox={inbox} />
    </div>
  );
}

function matches(filters: InboxFilters, wanted: Partial<Record<FilterName, string>>): boolean {
  return filterNames.every((name) => !wanted[name] || filters[name] === wanted[name]);
}

function Search({ value, change }: { value: string; change: (q: string | undefined) => void }) {
  const say = words.use();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed);
  useKey('slash', say('search'), () => box.current?.focus({ cursor: 'all' }));
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (settled === typed && settled.trim() !== value) change(settled.trim() || undefined);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asks when the typing pauses, not when the address changes
  }, [settled]);
  return (
    <Input
      ref={box}
      allowClear
      prefix={<SearchOutlined />}
      placeholder={say('searchHint')}
      aria-label={say('search')}
      value={typed}
      maxLength={500}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && !nativeEvent.isComposing) box.current?.blur();
      }}
    />
  );
}

/** Always there and always as high: a new notice is told, and moves nothing. */
function FreshLine({ inbox: { list, read } }: { inbox: Inbox }) {
  const say = words.use();
  const count = list?.fresh.size ?? 0;
  useKey('g', say('showFresh'), () => void read(), { isEnabled: count > 0 });
  return (
    <div className="inbox-fresh" role="status">
      {count > 0 ? (
        <button type="button" onClick={() => void read()}>
          {say('fresh', { count })} <kbd>G</kbd>
        </button>
      ) : (
        list && (
          <span className="quiet">
            {say('loaded', { count: list.ids.length })}
            {list.next === null ? '' : '+'} · {say('upToDate')}
          </span>
        )
      )}
    </div>
  );
}
