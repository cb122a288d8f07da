import { useLabel } from '../../api/vocabulary.js';
import { Fact, Facts } from '../../parts/facts.js';
import { useOwnFiles } from '../../api/own-files.js';
import { EvidenceList } from '../notices/evidence-list.js';
import type { NoticeDocument } from '../notices/notice-document.js';
import { PartyLines, StatementLine, WorkLines } from '../notices/notice-subject.js';
import '../notices/notices.css';
import { words as noticeWords } from '../notices/words.js';
import type { Complaint } from './use-complaint.js';
import { words } from './words.js';

type Filed = Pick<NoticeDocument, 'works' | 'evidence' | 'statements'> & NoticeDocument['parties'];

/** What was filed, as it stands after supplements. */
export function ComplaintContent({ complaint }: { complaint: Complaint }) {
  const say = noticeWords.use();
  const title = words.use()('content');
  const label = useLabel();
  const files = useOwnFiles();
  const { complainant, onBehalfOf, works, evidence, statements } = complaint as unknown as Filed;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <Facts>
        <Fact name={say(onBehalfOf ? 'agent' : 'complainant')}>
          <PartyLines party={complainant} />
        </Fact>
        <Fact name={say('onBehalfOf')}>{onBehalfOf && <PartyLines party={onBehalfOf} />}</Fact>
        <Fact name={say('works')}>
          <WorkLines works={works} />
        </Fact>
        <Fact name={say('ground')}>{label('grounds', complaint.ground)}</Fact>
        <Fact name={say('statements')}>
          <StatementLine statements={statements} />
        </Fact>
      </Facts>
      <h3>{say('evidence')}</h3>
      <EvidenceList evidence={evidence} files={files.data} fileAddress={ownFileAddress} />
    </section>
  );
}

function ownFileAddress(fileId: string): string {
  return `/v1/files/${fileId}/content`;
}
