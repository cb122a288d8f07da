import { Tag } from 'antd';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { CopyText } from '../../parts/copy-text.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { Fact, Facts } from '../../parts/facts.js';
import { TargetLink } from '../../parts/target-link.js';
import { moment } from '../../words/dates.js';
import { ItemFollowUps } from './item-follow-ups.js';
import { itemColour } from './item-colour.js';
import type { Deadline, Item, NoticeDocument } from './notice-document.js';
import { words } from './words.js';

/** One thing complained of: where it is, how it stands, what runs about it. */
export const ItemLine = memo(function ItemLine({
  item,
  place,
  document,
  clocks,
  acts,
}: {
  item: Item;
  place: number;
  document: NoticeDocument;
  clocks: readonly Deadline[];
  acts?: ReactNode;
}) {
  const say = words.use();
  const label = useLabel();
  const { target, platformAccount: account } = item;
  const work = document.works.length > 1 && document.works.find(({ ref }) => ref === target.workRef);
  const counter = document.counterNotices.find(({ id }) => id === item.counterNoticeId);
  return (
    <li className="item-line" id={`item-${item.id}`}>
      <span className="item-place" aria-hidden="true">
        {place}
      </span>
      <div className="item-body">
        <TargetLink url={target.url} text={target.raw} />
        <div className="item-standing">
          <Tag color={itemColour(item.state)}>{label('itemStates', item.state)}</Tag>
          {item.disposition && <Tag>{label('dispositions', item.disposition)}</Tag>}
          {target.contentType && <span className="quiet">{label('contentTypes', target.contentType)}</span>}
          {item.holds > 1 && <span className="quiet">{say('holds', { count: item.holds })}</span>}
          {clocks
            .filter(({ stoppedAt }) => !stoppedAt)
            .map((clock) => (
              <DeadlineChip key={clock.id} clock={clock} compact />
            ))}
        </div>
        <Facts>
          <Fact name={say('accessCode')}>
            {target.accessCode && (
              <>
                <code>{target.accessCode}</code> <CopyText text={target.accessCode} />
              </>
            )}
          </Fact>
          <Fact name={say('part')}>{target.part}</Fact>
          <Fact name={say('account')}>
            {account && (account.handle ?? account.ref ?? <TargetLink url={account.url} />)}
          </Fact>
          <Fact name={say('work')}>{work && `《${work.title}》`}</Fact>
          <Fact name={say('right')}>{target.right && label('rights', target.right)}</Fact>
          <Fact name={say('described')}>{target.description}</Fact>
          <Fact name={say('reason')}>{item.reasonCode && label('refusalReasons', item.reasonCode)}</Fact>
          <Fact name={say('note')}>{item.note}</Fact>
          <Fact name={say('decidedAt')}>{item.decidedAt && moment(item.decidedAt)}</Fact>
          <Fact name={say('restoredAt')}>{item.restoredAt && moment(item.restoredAt)}</Fact>
          <Fact name={say('counterNotice')}>
            {item.counterNoticeId && (
              <Link to={`/counter-notices/${item.counterNoticeId}`}>
                {label('counterNoticeStates', counter?.state) || say('counterNotice')}
              </Link>
            )}
          </Fact>
        </Facts>
        <ItemFollowUps itemId={item.id} document={document} />
      </div>
      {acts && <div className="item-acts">{acts}</div>}
    </li>
  );
});
