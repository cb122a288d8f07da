import { Button, Segmented } from 'antd';
import { memo, useState } from 'react';
import type { Draft } from './draft.js';
import { type Preview, textsWithoutAddress, workRefOf } from './request-of.js';
import { withoutTexts } from './split-text.js';
import { TargetRow } from './target-row.js';
import type { Change } from './use-draft.js';
import { words } from './words.js';

type Target = Preview['targets'][number];

const firstShown = 100;
const needsAttention = ({ outcomeIfFiled, isRepeated }: Target) =>
  isRepeated || !['served', 'deficient', 'awaiting_service'].includes(outcomeIfFiled);

/** Every address that was found, to whom it belongs, and what would become of it. */
export function TargetList({
  draft,
  change,
  preview,
  isCurrent,
}: {
  draft: Draft;
  change: Change;
  preview: Preview;
  isCurrent: boolean;
}) {
  const say = words.use();
  const chatter = textsWithoutAddress(preview);
  const addresses = preview.targets.filter(({ index }) => !chatter.has(index));
  const isNothing = addresses.length === 0;
  // a text without any address is told of in its place; beside real ones it is only counted
  const shown = isNothing ? preview.targets : addresses;
  const repeated = repeatedTexts(preview);
  const drop = (indexes: ReadonlySet<number>) => change(({ pasted }) => ({ pasted: withoutTexts(pasted, indexes) }));
  return (
    <div className="filing-found">
      <p className="filing-found-head" role="status">
        {isCurrent ? say('found', { count: addresses.length }) : say('reading')}
        <span className="quiet">{isCurrent && countsByPlatform(addresses)}</span>
        {repeated.size > 0 && (
          <Button size="small" disabled={!isCurrent} onClick={() => drop(repeated)}>
            {say('removeRepeated', { count: repeated.size })}
          </Button>
        )}
      </p>
      <Rows shown={shown} draftNotes={draft.notes} works={draft.works} change={change} isCurrent={isCurrent} />
      {!isNothing && chatter.size > 0 && <p className="filing-hint">{say('chatter', { count: chatter.size })}</p>}
    </div>
  );
}

/** Apart, so that typing in another field of a complaint with 500 addresses stays quick. */
const Rows = memo(function Rows({
  shown,
  draftNotes,
  works,
  change,
  isCurrent,
}: {
  shown: readonly Target[];
  draftNotes: Draft['notes'];
  works: Draft['works'];
  change: Change;
  isCurrent: boolean;
}) {
  const say = words.use();
  const [isOnlyAttention, setOnlyAttention] = useState(false);
  const [limit, setLimit] = useState(firstShown);
  const attention = shown.filter(needsAttention);
  const chosen = isOnlyAttention && attention.length > 0 ? attention : shown;
  return (
    <>
      {attention.length > 0 && shown.length > 8 && (
        <Segmented
          size="small"
          value={isOnlyAttention ? 'attention' : 'all'}
          onChange={(value) => setOnlyAttention(value === 'attention')}
          options={[
            { value: 'all', label: say('all', { count: shown.length }) },
            { value: 'attention', label: say('attention', { count: attention.length }) },
          ]}
        />
      )}
      <ol className="filing-targets" aria-label={say('targets')}>
        {chosen.slice(0, limit).map((target, place) => (
          <TargetRow
            key={`${target.index} ${target.url ?? target.contentId ?? place}`}
            target={target}
            note={draftNotes[target.raw]}
            workRef={works.length > 1 ? workRefOf({ works, notes: draftNotes } as Draft, target.raw) : null}
            works={works}
            change={change}
            isCurrent={isCurrent}
          />
        ))}
      </ol>
      {chosen.length > limit && (
        <Button size="small" onClick={() => setLimit(limit + 200)}>
          {say('more', { count: Math.min(200, chosen.length - limit) })}
        </Button>
      )}
    </>
  );
});

function countsByPlatform(targets: readonly Target[]): string {
  const counts = new Map<string, number>();
  for (const { platform } of targets) if (platform) counts.set(platform.name, (counts.get(platform.name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(' · ');
}

/** Texts that say nothing which is not said further up. */
function repeatedTexts({ targets }: Preview): ReadonlySet<number> {
  const repeated = new Set(targets.flatMap(({ index, isRepeated }) => (isRepeated ? [index] : [])));
  for (const { index, isRepeated } of targets) if (!isRepeated) repeated.delete(index);
  return repeated;
}
