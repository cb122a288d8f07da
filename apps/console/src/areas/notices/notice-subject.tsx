import { Tag } from 'antd';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { hasScope, useSignedIn } from '../../api/me.js';
import { Fact, Facts } from '../../parts/facts.js';
import { TargetLink } from '../../parts/target-link.js';
import { AskedSupplement } from './asked-supplement.js';
import { EvidenceList, noticeFileAddress } from './evidence-list.js';
import { documentOf, type FiledWork, type Notice, type Party } from './notice-document.js';
import './notices.css';
import { useNoticeFiles } from './use-notice.js';
import { words } from './words.js';

/** Who complains on whose behalf, about which works, with what proof and statements, under which law. */
export function NoticeSubject({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const me = useSignedIn();
  const files = useNoticeFiles(notice.id);
  const { parties, works, evidence, statements } = documentOf(notice);
  const complaint = hasScope(me, 'complaints:read') ? (
    <Link to={`/complaints/${notice.complaintId}`}>{notice.complaintNumber}</Link>
  ) : (
    notice.complaintNumber
  );
  return (
    <section className="panel notice-subject" aria-label={say('subject')}>
      <h2>{say('subject')}</h2>
      <AskedSupplement notice={notice} />
      <Facts>
        <Fact name={say(parties.onBehalfOf ? 'agent' : 'complainant')}>
          <PartyLines party={parties.complainant} />
        </Fact>
        <Fact name={say('onBehalfOf')}>
          {parties.onBehalfOf && (
            <>
              <PartyLines party={parties.onBehalfOf} />
              {notice.verified !== null && (
                <Tag color={notice.verified ? 'green' : 'gold'}>{say(notice.verified ? 'verified' : 'unverified')}</Tag>
              )}
            </>
          )}
        </Fact>
        <Fact name={say('works')}>
          <WorkLines works={works} />
        </Fact>
        <Fact name={say('law')}>{label('regimes', notice.regime)}</Fact>
        <Fact name={say('ground')}>{label('grounds', notice.ground)}</Fact>
        <Fact name={say('demand')}>{notice.demand}</Fact>
        <Fact name={say('statements')}>
          <StatementLine statements={statements} />
        </Fact>
        <Fact name={say('complaint')}>{complaint}</Fact>
        <Fact name={say('reference')}>{notice.acknowledgementReference}</Fact>
      </Facts>
      <h3>{say('evidence')}</h3>
      <EvidenceList evidence={evidence} files={files.data} fileAddress={noticeFileAddress(notice.id)} />
    </section>
  );
}

const partyFields = [
  'legalRepresentative',
  'contact',
  'phone',
  'mobile',
  'email',
  'address',
  'postcode',
  'fax',
  'idNumber',
] as const;

export function PartyLines({ party }: { party: Party }) {
  const say = words.use();
  const told = partyFields.filter((field) => party[field]);
  return (
    <div>
      <strong>{party.name}</strong>
      <div className="party-facts">
        {told.map((field) => (
          <span key={field}>
            <span className="quiet">{say(`party.${field}`)}</span> {party[field]}
          </span>
        ))}
      </div>
    </div>
  );
}

export function WorkLines({ works }: { works: readonly FiledWork[] }) {
  const say = words.use();
  const label = useLabel();
  return (
    <ul className="work-lines">
      {works.map(({ ref, title, category, registrationNumber, identifiers = {}, originalUrls = [] }) => (
        <li key={ref}>
          《{title}》 <span className="quiet">{label('workCategories', category)}</span>
          <div className="party-facts">
            {registrationNumber && <span>{registrationNumber}</span>}
            {Object.entries(identifiers).map(([scheme, number]) => (
              <span key={scheme}>
                <span className="quiet">{label('identifierSchemes', scheme)}</span> {number}
              </span>
            ))}
          </div>
          {originalUrls.map((url) => (
            <div key={url}>
              <span className="quiet">{say('originals')}</span> <TargetLink url={url} isCopied={false} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function StatementLine({ statements }: { statements: Partial<Record<string, unknown>> }) {
  const say = words.use();
  const made = (['accuracy', 'goodFaith', 'perjury'] as const).filter((name) => statements[name] === true);
  const signature = typeof statements['signature'] === 'string' ? statements['signature'] : null;
  if (made.length === 0 && !signature) return <span className="quiet">{say('noStatements')}</span>;
  return (
    <span>
      {made.map((name) => (
        <Tag key={name} color="green">
          {say(name)}
        </Tag>
      ))}
      {signature && say('signedBy', { name: signature })}
    </span>
  );
}
