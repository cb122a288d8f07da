import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, taken } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { useSettled } from '../../shell/use-settled.js';
import type { DraftWork } from './draft.js';
import { Field } from './field.js';
import { words } from './words.js';

/** A work of the vault: title, number and proof come from there. */
export function VaultChoice({
  id,
  work,
  put,
}: {
  id: string;
  work: DraftWork;
  put: (changes: Partial<DraftWork>) => void;
}) {
  const say = words.use();
  const label = useLabel();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const works = useQuery({
    queryKey: ['works', 'choice', q],
    queryFn: () =>
      taken(api.GET('/v1/works', { params: { query: { q: q || undefined, state: 'active', limit: 50 } } })),
  });
  const found = works.data?.data ?? [];
  const options = found.map(({ id: value, title, category, registrationNumber }) => ({
    value,
    label: [title, label('workCategories', category), registrationNumber].filter(Boolean).join(' · '),
  }));
  const isChosenListed = options.some(({ value }) => value === work.workId);
  return (
    <Field id={id} label={say('workTitle')} of={['ownership']}>
      <Select
        id={id}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={work.workId}
        placeholder={say('vaultSearch')}
        loading={works.isFetching}
        notFoundContent={works.isFetching ? say('reading') : say('vaultNothing')}
        options={work.workId && !isChosenListed ? [{ value: work.workId, label: work.title }, ...options] : options}
        onChange={(workId) => {
          const chosen = found.find((one) => one.id === workId);
          put({ workId, ...(chosen && { title: chosen.title }) });
        }}
      />
    </Field>
  );
}
