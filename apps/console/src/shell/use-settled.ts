import { useEffect, useState } from 'react';

/** The value once it has stayed for a moment: what is typed is asked for when the typing pauses. */
export function useSettled<T>(value: T, millis = 250): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), millis);
    return () => window.clearTimeout(timer);
  }, [value, millis]);
  return settled;
}
