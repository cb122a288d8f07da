import type { Schemas } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { words } from './words.js';

type Party = Schemas['PacketView']['complainant'];
const facts = ['name', 'contact', 'email', 'phone', 'mobile', 'idNumber'] as const;

/** Who complains and for whom, as the server shows them: numbers of identity papers are hidden but for the last four. */
export function PacketParties({ complainant, onBehalfOf }: { complainant: Party; onBehalfOf: Party | null }) {
  const say = words.use();
  return (
    <section className="panel" aria-labelledby="packet-parties">
      <h2 id="packet-parties">{say('parties')}</h2>
      <PartyFacts party={complainant} />
      {onBehalfOf && (
        <>
          <h3>{say('onBehalfOf')}</h3>
          <PartyFacts party={onBehalfOf} />
        </>
      )}
    </section>
  );
}

function PartyFacts({ party }: { party: Party }) {
  const say = words.use();
  return (
    <dl>
      {facts.map((fact) =>
        party[fact] ? (
          <div key={fact} className="packet-fact">
            <dt>{say(fact)}</dt>
            <dd>{party[fact]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** Proof of ownership and of infringement as it was filed. */
export function PacketEvidence({
  evidence,
  noticeId,
}: {
  evidence: Schemas['PacketView']['evidence'];
  noticeId: string;
}) {
  const say = words.use();
  const label = useLabel();
  return (
    <section className="panel" aria-labelledby="packet-evidence">
      <h2 id="packet-evidence">{say('evidence')}</h2>
      {evidence.length === 0 && <p className="quiet">{say('noEvidence')}</p>}
      <dl>
        {evidence.map(({ kind, text, url, fileId }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- filed once and never reordered
          <div key={i} className="packet-fact">
            <dt>{label('evidenceKinds', kind)}</dt>
            <dd>
              {text} {url}{' '}
              {fileId && (
                <a href={`/v1/notices/${noticeId}/files/${fileId}/content`} target="_blank" rel="noreferrer">
                  {say('file')}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
