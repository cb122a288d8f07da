import type { ReactNode } from 'react';

/** What a page is, in one line, and what can be done on it as a whole. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {note && <p className="quiet">{note}</p>}
      </div>
      <div className="page-acts">{children}</div>
    </header>
  );
}
