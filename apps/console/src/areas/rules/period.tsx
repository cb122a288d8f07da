import { date } from '../../words/dates.js';
import { words } from './words.js';

/** From when until when something holds, or that it was ended. */
export function Period({ row }: { row: { validFrom: string; validUntil: string | null; endedAt: string | null } }) {
  const say = words.use();
  const { validFrom, validUntil, endedAt } = row;
  return (
    <>
      {say('validFrom', { at: date(validFrom) })} {validUntil ? say('until', { at: date(validUntil) }) : say('open')}
      {endedAt && (
        <div className="quiet">
          {say('ended')} {date(endedAt)}
        </div>
      )}
    </>
  );
}
