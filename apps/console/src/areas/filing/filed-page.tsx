import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { dayAndTime, moment } from '../../words/dates.js';
import './filing.css';
import { outcomeColours } from './outcome-colours.js';
import { words } from './words.js';

type Complaint = Schemas['ComplaintView'];

/** The receipt of a filing: what became of it, and what comes next. */
export function FiledPage() {
  const { complaintId = '' } = useParams();
  const complaint = useQuery({
    queryKey: ['complaint', complaintId],
    queryFn: () => taken(api.GET('/v1/complaints/{id}', { params: { path: { id: complaintId } } })),
  });
  return (
    <Reading of={complaint} isPage>
      {(read) => <Filed complaint={read} />}
    </Reading>
  );
}

function Filed({ complaint }: { complaint: Complaint }) {
  const say = words.use();
  const navigate = useNavigate();
  const isComplete = complaint.deficiencies.length === 0;
  return (
    <div className="filing-done">
      <PageHead
        title={
          <>
            {isComplete ? (
              <CheckCircleFilled className="filing-met" aria-hidden />
            ) : (
              <ExclamationCircleFilled className="filing-missing" aria-hidden />
            )}{' '}
            {say(isComplete ? 'filed' : 'filedDeficient')}
          </>
        }
        note={say('filedNote', { number: complaint.number, at: moment(complaint.receivedAt) })}
      >
        <Button onClick={() => void navigate('/file')}>{say('fileAnother')}</Button>
        <Button type="primary" onClick={() => void navigate(`/complaints/${complaint.id}`)}>
          {say(isComplete ? 'seeComplaint' : 'mend')}
        </Button>
      </PageHead>
      {!isComplete && <ToSupplement complaint={complaint} />}
      {complaint.notices.length > 0 && <Notices notices={complaint.notices} />}
      <Targets complaint={complaint} />
    </div>
  );
}

function ToSupplement({ complaint }: { complaint: Complaint }) {
  const say = words.use();
  return (
    <section className="panel">
      <h2>{say('supplement')}</h2>
      <p className="quiet">{say('supplementNote')}</p>
      <ul>
        {unique(
          complaint.deficiencies.map(({ detail, source }) => [detail, source && `《${source.law}》${source.article}`]),
        ).map(([detail, article]) => (
          <li key={`${detail} ${article}`}>
            {detail} <small className="quiet">{article}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notices({ notices }: { notices: Complaint['notices'] }) {
  const say = words.use();
  const label = useLabel();
  return (
    <section className="panel">
      <h2>{say('notices')}</h2>
      <ul className="filing-done-notices">
        {notices.map(({ id, number, platform, state, items, nextDeadline }) => (
          <li key={id}>
            <b>{platform.name}</b> <Link to={`/notices/${id}`}>{number}</Link> <Tag>{label('noticeStates', state)}</Tag>
            <span className="quiet">{say('items', { count: items })}</span>
            <span className="quiet">
              {nextDeadline
                ? say('due', { label: label('rules', nextDeadline.rule), at: dayAndTime(nextDeadline.dueAt) })
                : say('dueNone')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Targets({ complaint }: { complaint: Complaint }) {
  const say = words.use();
  const label = useLabel();
  return (
    <section className="panel">
      <h2>{say('results')}</h2>
      <ol className="filing-targets">
        {complaint.targets.map(({ index, raw, url, contentId, platform, outcome, code, noticeId }) => (
          <li key={`${index} ${url ?? contentId ?? raw}`}>
            <div className="filing-target">
              <b className="filing-platform" title={platform?.name}>
                {platform?.name ?? '—'}
              </b>
              <span className="filing-address" title={url ?? contentId ?? raw}>
                {url ?? contentId ?? raw}
              </span>
              <Tag color={outcomeColours[outcome]}>{label('targetOutcomes', outcome)}</Tag>
              <span className="filing-target-acts">
                {noticeId && <Link to={`/notices/${noticeId}`}>{say('seeNotice')}</Link>}
              </span>
              {code && <span className="filing-reading">{label('targetCodes', code)}</span>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function unique<T>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
