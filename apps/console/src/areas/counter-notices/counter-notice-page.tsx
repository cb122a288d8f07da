import { Alert, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { Fact, Facts } from '../../parts/facts.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { TargetLink } from '../../parts/target-link.js';
import { EvidenceList, noticeFileAddress } from '../notices/evidence-list.js';
import { itemColour } from '../notices/item-colour.js';
import '../notices/notices.css';
import { useNoticeFiles } from '../notices/use-notice.js';
import { CounterActs } from './counter-acts.js';
import { counterColour } from './counter-colour.js';
import { CounterSide } from './counter-side.js';
import {
  type CounterNotice,
  counterDocumentOf,
  type ReadCounterNotice,
  useCounterNotice,
} from './use-counter-notice.js';
import { words } from './words.js';

/** One statement of a user, what each side can do about it, and until when. */
export function CounterNoticePage() {
  const { id = '' } = useParams();
  const read = useCounterNotice(id);
  return (
    <Reading of={read} rows={12} isPage>
      {(whole) => <CounterWhole read={whole} />}
    </Reading>
  );
}

function CounterWhole({ read }: { read: ReadCounterNotice }) {
  const label = useLabel();
  const { counter } = read;
  return (
    <>
      <PageHead
        title={`${counter.title} · ${label('counterReasons', counter.reasonCode)}`}
        note={
          <>
            <Tag color={counterColour(counter.state)}>{label('counterNoticeStates', counter.state)}</Tag>
            <Tag color={itemColour(counter.itemState)}>{label('itemStates', counter.itemState)}</Tag>
            {counter.platform}
          </>
        }
      >
        <CounterActs read={read} />
      </PageHead>
      <div className="two-columns">
        <div>
          <Faults counter={counter} />
          <Statement counter={counter} />
        </div>
        <div>
          <CounterSide counter={counter} />
        </div>
      </div>
    </>
  );
}

/** Why it has no effect, or no longer. */
function Faults({ counter }: { counter: CounterNotice }) {
  const say = words.use();
  const label = useLabel();
  const { rejection } = counterDocumentOf(counter);
  return (
    <>
      {counter.missingDetails.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('missing')}
          description={counter.missingDetails.map(({ element, detail }) => (
            <div key={element}>
              <strong>{label('counterElements', element)}</strong> {detail}
            </div>
          ))}
        />
      )}
      {rejection && (
        <Alert
          type="error"
          showIcon
          title={say('rejected')}
          description={
            <>
              <div>{rejection.missing?.map((element) => label('counterElements', element)).join('、')}</div>
              <div className="typed">{rejection.note}</div>
            </>
          }
        />
      )}
    </>
  );
}

function Statement({ counter }: { counter: CounterNotice }) {
  const say = words.use();
  const label = useLabel();
  const files = useNoticeFiles(counter.noticeId);
  const { respondent, evidence } = counterDocumentOf(counter);
  return (
    <section className="panel" aria-label={say('statement')}>
      <h2>{say('statement')}</h2>
      <blockquote className="counter-statement typed">{counter.statement}</blockquote>
      <Facts>
        <Fact name={say('target')}>
          <TargetLink text={counter.target} />
        </Fact>
        <Fact name={say('notice')}>
          <Link to={`/notices/${counter.noticeId}`}>{counter.noticeNumber}</Link>
        </Fact>
        <Fact name={say('law')}>{label('regimes', counter.regime)}</Fact>
        {(['name', 'contact', 'phone', 'address', 'idNumber'] as const).map((field) => (
          <Fact key={field} name={say(field)}>
            {respondent[field]}
          </Fact>
        ))}
      </Facts>
      <h3>{say('evidence')}</h3>
      <EvidenceList evidence={evidence} files={files.data} fileAddress={noticeFileAddress(counter.noticeId)} />
    </section>
  );
}
