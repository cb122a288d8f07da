import { useQuery } from '@tanstack/react-query';
import { Alert, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas, takenWithTag } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { EscalationActs } from './escalation-acts.js';
import './escalations.css';
import { NoticeLog } from './notice-log.js';
import { PacketBreaches } from './packet-breaches.js';
import { PacketNotice } from './packet-notice.js';
import { PacketEvidence, PacketParties } from './packet-parties.js';
import { PacketService } from './packet-service.js';
import { words } from './words.js';

/** One escalation as a regulator needs it to sign: what was not done, by which clock, and the proof. */
export function EscalationPage() {
  const { id = '' } = useParams();
  const read = useQuery({
    queryKey: ['escalation', id],
    queryFn: () => takenWithTag(api.GET('/v1/escalations/{id}', { params: { path: { id } } })),
  });
  return (
    <Reading of={read} rows={12} isPage>
      {({ data, tag }) => <Packet escalation={data} tag={tag} />}
    </Reading>
  );
}

function Packet({ escalation, tag }: { escalation: Schemas['EscalationDetailView']; tag: string | null }) {
  const say = words.use();
  const label = useLabel();
  const { packet, platform, subject, state, basis, reasons, claimedBy, openedAt, endedAt, endedNote } = escalation;
  const isCode = (note: string): note is 'acted_late' =>
    ['acted_late', 'acted_in_time', 'no_longer_owed'].includes(note);
  return (
    <>
      <PageHead
        title={`${platform.name} · ${reasons.map((reason) => label('escalationReasons', reason)).join('、')}`}
        note={
          <>
            <Tag>{label('escalationStates', state)}</Tag>
            <Tag>{label('bases', basis)}</Tag>
            {claimedBy ? `${say('holder')} ${claimedBy.name} · ` : ''}
            {say('openedAt', { at: moment(openedAt) })} · <Link to={`/notices/${subject.id}`}>{subject.number}</Link>
          </>
        }
      >
        <EscalationActs escalation={escalation} tag={tag} />
      </PageHead>
      {endedAt && (
        <Alert
          className="packet-ended"
          type="info"
          showIcon
          title={`${label('escalationStates', state)} · ${say('endedAt', { at: moment(endedAt) })}`}
          description={endedNote && (isCode(endedNote) ? say(`ended.${endedNote}`) : endedNote)}
        />
      )}
      <p className="quiet">{say('packetNote', { at: moment(packet.asOf) })}</p>
      <div className="packet">
        <div className="packet-column">
          <PacketBreaches triggers={packet.triggers} />
          <PacketNotice notice={packet.notice} />
          <PacketEvidence evidence={packet.evidence} noticeId={subject.id} />
        </div>
        <div className="packet-column">
          <PacketService service={packet.service} />
          <PacketParties complainant={packet.complainant} onBehalfOf={packet.onBehalfOf} />
          <NoticeLog noticeId={subject.id} />
        </div>
      </div>
    </>
  );
}
