import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, taken } from '../api/client.js';
import type { OrganizationKind } from '../api/me.js';

/** An organization of one kind, the newest hundred of them. */
export function OrganizationChoice({
  kinds,
  id,
  value,
  onChange,
}: {
  kinds: readonly OrganizationKind[];
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
}) {
  const { data, isFetching } = useQuery({
    queryKey: ['organizations', 'choice', kinds],
    queryFn: async () => {
      const pages = await Promise.all(
        kinds.map((kind) => taken(api.GET('/v1/organizations', { params: { query: { kind, limit: 100 } } }))),
      );
      return pages.flatMap((page) => page.data);
    },
  });
  return (
    <Select
      {...(id && { id })}
      allowClear
      loading={isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
      options={(data ?? []).map((row) => ({ value: row.id, label: row.name }))}
    />
  );
}
