import { ExclamationCircleOutlined } from '@ant-design/icons';
import { createContext, useContext } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import type { Element, Tick } from './missing.js';
import { words } from './words.js';

/** What the law still misses, known to every field of the page. */
export const Missing = createContext<ReadonlyMap<Element, Tick>>(new Map());

export function useIsMissing(...elements: Element[]): boolean {
  const missing = useContext(Missing);
  return elements.some((element) => missing.has(element));
}

/** Beneath a field: what is missing there, and the articles that ask for it. */
export function Lacks({ of }: { of: readonly Element[] }) {
  const say = words.use();
  const label = useLabel();
  const missing = useContext(Missing);
  const ticks = of.flatMap((element) => missing.get(element) ?? []);
  if (ticks.length === 0) return null;
  return (
    <>
      {ticks.map(({ element, reason, articles }) => (
        <p className="filing-lack" key={element}>
          <ExclamationCircleOutlined /> {reason ?? say('missing', { label: label('elements', element) })}
          <small>{articles.join(' · ')}</small>
        </p>
      ))}
    </>
  );
}
