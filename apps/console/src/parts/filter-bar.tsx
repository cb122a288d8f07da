import { Select } from 'antd';
import type { ReactNode } from 'react';
import './filter-bar.css';

/** Filters of a list in one line, which wraps on a phone. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="filter-bar" role="search" aria-label={label}>
      {children}
    </div>
  );
}

/** One filter with a fixed set of values; empty for all. */
export function FilterChoice({
  label,
  value,
  options,
  change,
}: {
  label: string;
  value: string | undefined;
  options: ReadonlyArray<{ value: string; label: string }>;
  change: (value: string | undefined) => void;
}) {
  return (
    <Select
      className="filter-choice"
      allowClear
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      options={[...options]}
      onChange={(chosen: string | null | undefined) => change(chosen ?? undefined)}
    />
  );
}
