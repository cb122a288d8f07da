import { CloseOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Input, Tag } from 'antd';
import { memo, useState } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import type { DraftWork, TargetNote } from './draft.js';
import { outcomeColours } from './outcome-colours.js';
import type { Preview } from './request-of.js';
import { withoutTexts } from './split-text.js';
import type { Change } from './use-draft.js';
import { words } from './words.js';

type Target = Preview['targets'][number];

/** One address as it was read, with what can be said of it. */
export const TargetRow = memo(function TargetRow({
  target,
  note,
  workRef,
  works,
  change,
  isCurrent,
}: {
  target: Target;
  note: TargetNote | undefined;
  /** Null where there is only one work to choose from. */
  workRef: string | null;
  works: readonly DraftWork[];
  change: Change;
  isCurrent: boolean;
}) {
  const say = words.use();
  const label = useLabel();
  const [isExplained, setExplained] = useState(Boolean(note?.description));
  const { raw, url, contentType, contentId, part, accountRef, accessCode, platform, outcomeIfFiled, isRepeated } =
    target;
  const address = url ?? contentId ?? raw;
  const noteIt = (changes: TargetNote) =>
    change(({ notes }) => ({ notes: { ...notes, [raw]: { ...notes[raw], ...changes } } }));
  const reading = [
    label('contentTypes', contentType),
    accessCode && say('accessCode', { code: accessCode }),
    part && say('part', { part }),
    accountRef && say('account', { account: accountRef }),
  ].filter(Boolean);
  const next = nextStep(target, say);
  return (
    <li className={isRepeated ? 'is-repeated' : undefined}>
      <div className="filing-target">
        <b className="filing-platform" title={platform?.name}>
          {platform?.name ?? target.host ?? '—'}
        </b>
        <span className="filing-address" title={address}>
          {address}
        </span>
        <Tag color={isRepeated ? 'gold' : outcomeColours[outcomeIfFiled]}>
          {isRepeated ? say('repeatedHere') : say(`outcome.${outcomeIfFiled}`)}
        </Tag>
        <span className="filing-target-acts">
          <Button
            size="small"
            type="text"
            icon={<EditOutlined />}
            aria-label={say('describe')}
            aria-expanded={isExplained}
            onClick={() => setExplained(!isExplained)}
          />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={say('remove')}
            disabled={!isCurrent}
            onClick={() => change(({ pasted }) => ({ pasted: withoutTexts(pasted, new Set([target.index])) }))}
          />
        </span>
        <span className="filing-reading">{reading.join(' · ')}</span>
      </div>
      {!isRepeated && next && <p className="filing-next">{next}</p>}
      {(workRef || isExplained) && (
        <div className="filing-target-more">
          {workRef && (
            <select
              aria-label={`${say('ofWork')} ${address}`}
              value={workRef}
              onChange={({ target: chosen }) => noteIt({ workRef: chosen.value })}
            >
              {works.map((work, place) => (
                <option key={work.ref} value={work.ref}>
                  {work.title || say('work', { number: place + 1 })}
                </option>
              ))}
            </select>
          )}
          {isExplained && (
            <Input
              size="small"
              aria-label={`${say('description')} ${address}`}
              placeholder={say('description')}
              maxLength={2000}
              value={note?.description ?? ''}
              onChange={({ target: field }) => noteIt({ description: field.value })}
            />
          )}
        </div>
      )}
    </li>
  );
});

/** Why it goes nowhere, or not at once, and what to do about it. */
function nextStep({ code, detail, host, outcomeIfFiled }: Target, say: ReturnType<typeof words.use>): string | null {
  switch (code ?? outcomeIfFiled) {
    case 'no_address':
      return say('next.no_address');
    case 'too_long':
      return say('next.too_long');
    case 'bad_address':
      return say('next.bad_address');
    case 'unknown_platform':
      return say('next.unknown_platform', { host: host ?? '' });
    case 'duplicate':
      return say('next.duplicate');
    case 'awaiting_service':
      return say('next.awaiting_service');
    default:
      return detail ?? null;
  }
}
