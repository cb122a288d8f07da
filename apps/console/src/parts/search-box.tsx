import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useKey } from '../shell/keys.js';
import { useSettled } from '../shell/use-settled.js';

/** Searches when the typing pauses; `/` puts the cursor here. */
export function SearchBox({
  value,
  label,
  placeholder,
  change,
}: {
  value: string;
  label: string;
  placeholder?: string;
  change: (q: string | undefined) => void;
}) {
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed);
  useKey('slash', label, () => box.current?.focus({ cursor: 'all' }));
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (settled === typed && settled.trim() !== value) change(settled.trim() || undefined);
    // asks when the typing pauses, not when the address changes
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <Input
      ref={box}
      className="search-box"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={placeholder ?? label}
      aria-label={label}
      value={typed}
      maxLength={500}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
