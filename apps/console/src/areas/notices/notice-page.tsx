import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { hasScope, useSignedIn } from '../../api/me.js';
import { useLabel } from '../../api/vocabulary.js';
import { LinkButton } from '../../parts/link-button.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { date } from '../../words/dates.js';
import { ComplainantActs } from './acts/complainant-acts.js';
import { ComplainantItemActs } from './acts/complainant-item-acts.js';
import { words as actWords } from './acts/words.js';
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
  const me = useSignedIn();
  const read = useNotice(id);
  return (
    <Reading of={read} rows={12} isPage>
      {(whole) =>
        hasScope(me, 'complaints:write') ? (
          <NoticeWhole
            notice={whole.notice}
            acts={<ComplainantActs read={whole} />}
            itemActs={(item) => item.allowedActions.length > 0 && <ComplainantItemActs read={whole} item={item} />}
          />
        ) : (
          <NoticeWhole notice={whole.notice} acts={me.organization.kind === 'platform' && <InInbox id={id} />} />
        )
      }
    </Reading>
  );
}

function InInbox({ id }: { id: string }) {
  const say = actWords.use();
  return (
    <LinkButton type="primary" to={`/inbox/${id}`}>
      {say('inInbox')}
    </LinkButton>
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
