import { Alert } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import './complaints.css';
import type { Complaint } from './use-complaint.js';
import { words } from './words.js';

/** What the law still asks for, by which article, for which addresses; `isShort`: only what. */
export function Deficiencies({
  complaint: { deficiencies, targets },
  isShort = false,
}: {
  complaint: Complaint;
  isShort?: boolean;
}) {
  const say = words.use();
  const label = useLabel();
  if (deficiencies.length === 0) return null;
  const count = new Set(targets.map(({ index }) => index)).size;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('missing')}
      description={
        <ul className="deficiencies">
          {deficiencies.map(({ element, code, detail, regime, source, targetIndexes }) => (
            <li key={`${element} ${code} ${regime}`}>
              <strong>{label('elements', element)}</strong> {detail}
              {!isShort && (
                <div className="quiet">
                  {[
                    source ? `${source.law} ${source.article}` : label('regimes', regime),
                    targetIndexes.length >= count
                      ? say('missingOfAll')
                      : say('missingOf', { places: placesOf(targetIndexes) }),
                  ].join(' · ')}
                </div>
              )}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function placesOf(indexes: readonly number[]): string {
  const places = indexes.map((index) => index + 1);
  return places.length > 12 ? `${places.slice(0, 12).join('、')}…` : places.join('、');
}
