import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { useLabel } from '../../api/vocabulary.js';
import { useColleagues } from './colleagues.js';
import { useRegimes } from './regimes.js';
import type { FilterName, InboxFilters } from './use-inbox-filters.js';
import { words } from './words.js';

const states = ['served', 'acknowledged', 'decided', 'closed'] as const;
const deadlines = ['running', 'due_soon', 'breached'] as const;
const itemStates = ['supplement_requested', 'contested', 'waiting', 'restore_due'] as const;
const supplements = ['requested', 'answered'] as const;
const sorts = ['due', 'newest'] as const;

/** Every filter that the address knows. */
export function FilterForm({
  filters,
  change,
}: {
  filters: InboxFilters;
  change: (change: Partial<Record<FilterName, string | undefined>>) => void;
}) {
  const say = words.use();
  const label = useLabel();
  const id = useId();
  const colleagues = useColleagues();
  const regimes = useRegimes();
  const platforms = useOwnPlatforms();
  const choices: Array<[FilterName, Array<{ value: string; label: string }>]> = [
    [
      'state',
      [
        { value: 'served,acknowledged', label: say('undecided') },
        ...states.map((value) => ({ value, label: label('noticeStates', value) })),
      ],
    ],
    ['deadline', deadlines.map((value) => ({ value, label: say(`deadlines.${value}`) }))],
    ['itemState', itemStates.map((value) => ({ value, label: label('itemStates', value) }))],
    ['supplement', supplements.map((value) => ({ value, label: say(`supplements.${value}`) }))],
    [
      'assignee',
      [
        { value: 'me', label: say('me') },
        { value: 'none', label: say('nobody') },
        ...colleagues.map((one) => ({ value: one.id, label: one.name })),
      ],
    ],
    ...(platforms.length > 1
      ? [['platform', platforms.map((one) => ({ value: one.id, label: one.name }))] as [FilterName, never[]]]
      : []),
    ['regime', regimes.map((one) => ({ value: one.id, label: label('regimes', one.id) }))],
    ['sort', sorts.map((value) => ({ value, label: say(`sorts.${value}`) }))],
  ];
  return (
    <div className="inbox-filter-form">
      {choices.map(([name, options]) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{say(`filters.${name}`)}</label>
          <Select
            id={`${id}-${name}`}
            allowClear
            placeholder={say(name === 'sort' ? 'sorts.due' : 'all')}
            value={filters[name] ?? null}
            options={options}
            onChange={(value?: string | null) => change({ [name]: value ?? undefined })}
          />
        </div>
      ))}
    </div>
  );
}

/** The platforms that the reader's organization answers for. */
function useOwnPlatforms(): Array<{ id: string; name: string }> {
  const { organization } = useSignedIn();
  const { data } = useQuery({
    queryKey: ['platforms', 'own', organization.id],
    queryFn: () => taken(api.GET('/v1/platforms', { params: { query: { limit: 200 } } })),
    staleTime: Infinity,
  });
  return (data?.data ?? []).filter((one) => one.organizationId === organization.id);
}
