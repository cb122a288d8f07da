import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, taken } from '../api/client.js';
import { useSettled } from '../shell/use-settled.js';

/** One platform of the directory, found by a part of its name or host. */
export function PlatformChoice({
  id,
  label,
  value,
  onChange,
}: {
  id?: string;
  label: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed).trim();
  const found = useQuery({
    queryKey: ['platforms', 'choice', q],
    queryFn: () => taken(api.GET('/v1/platforms', { params: { query: { limit: 20, ...(q && { q }) } } })),
  });
  const chosen = useQuery({
    queryKey: ['platforms', value],
    queryFn: () => taken(api.GET('/v1/platforms/{id}', { params: { path: { id: value! } } })),
    enabled: value !== undefined && !found.data?.data.some((platform) => platform.id === value),
  });
  const platforms = [...(found.data?.data ?? []), ...(chosen.data && !q ? [chosen.data] : [])];
  return (
    <Select
      {...(id && { id })}
      aria-label={label}
      allowClear
      placeholder={label}
      value={value ?? null}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={platforms.map(({ id: platformId, name, hosts }) => ({
        value: platformId,
        label: hosts[0] ? `${name}（${hosts[0]}）` : name,
      }))}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
    />
  );
}
