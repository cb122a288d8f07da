import type { ReactNode } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import { date, moment } from '../../words/dates.js';
import type { NoticeDocument } from './notice-document.js';
import { words } from './words.js';

/** What was done about one item after it was decided: proceedings, orders, reports, an appeal. */
export function ItemFollowUps({ itemId, document }: { itemId: string; document: NoticeDocument }) {
  const say = words.use();
  const label = useLabel();
  const ofItem = <T extends { itemId: string }>(list: readonly T[]) => list.filter((entry) => entry.itemId === itemId);
  const lines: Array<{ key: string; name: string; told: ReactNode }> = [
    ...ofItem(document.proceedings).map(({ id, kind, number, authority, counts, endedAt, result }) => ({
      key: id,
      name: say('proceeding'),
      told: [
        label('proceedingKinds', kind),
        authority,
        number,
        endedAt ? `${label('proceedingResults', result)}（${date(endedAt)}）` : say(counts ? 'inForce' : 'late'),
      ].join(' · '),
    })),
    ...ofItem(document.orders).map(({ id, direction, issuer, number, endedAt }) => ({
      key: id,
      name: say('order'),
      told: [label('orderDirections', direction), issuer, number, endedAt ? date(endedAt) : say('inForce')].join(' · '),
    })),
    ...ofItem(document.reports).map(({ id, text, reportedAt, disputeNote }) => ({
      key: id,
      name: say('report'),
      told: [moment(reportedAt), text, disputeNote && say('reportDisputed', { note: disputeNote })]
        .filter(Boolean)
        .join(' · '),
    })),
    ...ofItem(document.appeals).map(({ text, receivedAt }) => ({
      key: `appeal ${receivedAt}`,
      name: say('appeal'),
      told: `${moment(receivedAt)} · ${text}`,
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="item-follow-ups">
      {lines.map(({ key, name, told }) => (
        <li key={key}>
          <span className="quiet">{name}</span> {told}
        </li>
      ))}
    </ul>
  );
}
