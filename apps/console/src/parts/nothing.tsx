import type { ReactNode } from 'react';

/** Nothing is here: why, and the next step. */
export function Nothing({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <svg width="64" height="48" viewBox="0 0 64 48" aria-hidden="true">
        <rect x="8" y="10" width="48" height="32" rx="4" fill="#f2f4f7" stroke="#d0d5dd" />
        <path d="M8 28h14l4 6h12l4-6h14" fill="none" stroke="#d0d5dd" />
      </svg>
      <p>{why}</p>
      {children}
    </div>
  );
}
