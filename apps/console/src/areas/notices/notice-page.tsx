import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { date } from '../../words/dates.js';
import { noticeColour } from './item-colour.js';
import { NoticeClocks } from './notice-clocks.js';
import type { Item, Notice } from './notice-document.js';
import { NoticeItems } from './notice-items.js';
import { NoticePapers } from './notice-papers.js';
import { NoticeSubject } from './notice-subject.js';
import { NoticeTimeline } from './notice-timeline.js';
import { useNotice } from './use-notice.js';

/** One notice, the same page for each party. */
export function NoticePage() {
  const { id = '' } = useParams();
  const read = useNotice(id);
  return (
    <Reading of={read} rows={12}>
      {({ notice }) => <NoticeWhole notice={notice} />}
    </Reading>
  );
}

/** `acts`: what the reader's side can do about the whole; `itemActs`: about one item. */
export function NoticeWhole({
  notice,
  acts,
  itemActs,
}: {
  notice: Notice;
  acts?: ReactNode;
  itemActs?: (item: Item) => ReactNode;
}) {
  const label = useLabel();
  return (
    <>
      <PageHead
        title={
          <>
            {notice.number} {notice.title}
          </>
        }
        note={
          <>
            <Tag color={noticeColour(notice.state)}>{label('noticeStates', notice.state)}</Tag>
            {notice.outcome && <Tag>{label('noticeOutcomes', notice.outcome)}</Tag>}
            {[notice.complainant, notice.platform.name].join(' → ')}
            {notice.servedAt && ` · ${date(notice.servedAt)}`}
          </>
        }
      >
        {acts}
      </PageHead>
      <div className="two-columns">
        <div>
          <NoticeItems notice={notice} acts={itemActs} />
          <NoticeSubject notice={notice} />
        </div>
        <div>
          <NoticeClocks notice={notice} />
          <NoticeTimeline noticeId={notice.id} />
          <NoticePapers notice={notice} />
        </div>
      </div>
    </>
  );
}
