import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Lacks, useIsMissing } from './lacks.js';
import type { Element } from './missing.js';

const none: readonly Element[] = [];

/** A label, its control, and what the law misses there. */
export function Field({
  id,
  label,
  hint,
  of = none,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  of?: readonly Element[];
  children: ReactNode;
}) {
  return (
    <div className="filing-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && <p className="filing-hint">{hint}</p>}
      <Lacks of={of} />
    </div>
  );
}

/** A line of text with its label. */
export function TextField({
  id,
  label,
  hint,
  of = none,
  value,
  max,
  put,
  placeholder,
  autoComplete = 'off',
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  of?: readonly Element[];
  value: string;
  max: number;
  put: (value: string) => void;
  placeholder?: string;
  autoComplete?: string;
}) {
  const isMissing = useIsMissing(...of);
  return (
    <Field id={id} label={label} hint={hint} of={of}>
      <Input
        id={id}
        value={value}
        maxLength={max}
        placeholder={placeholder}
        autoComplete={autoComplete}
        status={isMissing ? 'warning' : undefined}
        onChange={({ target }) => put(target.value)}
      />
    </Field>
  );
}
