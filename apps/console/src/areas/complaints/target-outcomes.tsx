import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { type Column, Rows } from '../../parts/entry-table.js';
import { TargetLink } from '../../parts/target-link.js';
import { stateColour } from './state-colour.js';
import type { Complaint, Target } from './use-complaint.js';
import { words } from './words.js';

/** A complaint may carry 500: the first are shown, the others when they are asked for. */
const first = 20;
const step = 100;

/** Every address ends in an outcome with its reason and what follows. */
export function TargetOutcomes({ complaint: { targets } }: { complaint: Complaint }) {
  const say = words.use();
  const [shown, setShown] = useState(first);
  const left = targets.length - shown;
  const rows = targets.slice(0, shown).map((target, place) => ({ ...target, id: `${target.index} ${place}` }));
  return (
    <section aria-label={say('targets', { count: targets.length })}>
      <h2 className="section-head">{say('targets', { count: targets.length })}</h2>
      <Rows label={say('targets', { count: targets.length })} rows={rows} columns={useColumns()} />
      {left > 0 && (
        <Button className="entry-more" onClick={() => setShown(shown + step)}>
          {say('more', { count: Math.min(step, left), all: targets.length })}
        </Button>
      )}
    </section>
  );
}

function useColumns(): ReadonlyArray<Column<Target & { id: string }>> {
  const say = words.use();
  const label = useLabel();
  return [
    {
      key: 'target',
      title: say('target'),
      show: ({ url, raw, platform, contentType }) => (
        <>
          <TargetLink url={url} text={raw} />
          <div className="quiet">
            {[platform?.name, label('contentTypes', contentType)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'outcome',
      title: say('outcome'),
      width: '26%',
      show: ({ outcome, code, detail, itemState }) => (
        <>
          <Tag color={stateColour(outcome)}>{label('targetOutcomes', outcome)}</Tag>
          {itemState && <Tag>{label('itemStates', itemState)}</Tag>}
          {/* the code in the reader's language; the detail was written in that of the filing */}
          {(code ?? detail) && (
            <div className="quiet" title={detail ?? undefined}>
              {code ? label('targetCodes', code) : detail}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'next',
      title: say('next'),
      width: '28%',
      show: ({ outcome, noticeId }) => (
        <>
          {say(`steps.${outcome}`)} {noticeId && <Link to={`/notices/${noticeId}`}>{say('openNotice')}</Link>}
        </>
      ),
    },
  ];
}
