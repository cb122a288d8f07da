import type { ReactNode } from 'react';

/** A page that only says something, and what to do next. */
export function MessagePage({ title, note, children }: { title: string; note: string; children?: ReactNode }) {
  return (
    <section className="message-page">
      <h1>{title}</h1>
      <p>{note}</p>
      {children}
    </section>
  );
}
