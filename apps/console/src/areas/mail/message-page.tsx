import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { Fact, Facts } from '../../parts/facts.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { fileSize } from '../../words/sizes.js';
import { FilingActs } from './filing-acts.js';
import { words } from './incoming-words.js';
import './mail.css';

/** One message with what it says, as plain text and nothing else: no picture, no link, no markup of a stranger's. */
export function MessagePage() {
  const { id = '' } = useParams();
  const message = useQuery({
    queryKey: ['mail-message', id],
    queryFn: () => taken(api.GET('/v1/mail/tray/{id}', { params: { path: { id } } })),
    // each reading is written down: once for each time that somebody opens it
    staleTime: Infinity,
  });
  return (
    <Reading of={message} isPage>
      {(mail) => <Message mail={mail} />}
    </Reading>
  );
}

function Message({ mail }: { mail: Schemas['OpenedMailView'] }) {
  const say = words.use();
  const label = useLabel();
  return (
    <>
      <PageHead title={mail.subject || say('noSubject')} note={say('opened')}>
        <FilingActs mail={mail} />
      </PageHead>
      <section className="panel message-part" aria-label={say('finding')}>
        <Facts>
          <Fact name={say('finding')}>{label('inboundMailFindings', mail.finding)}</Fact>
          <Fact name={say('kind')}>{label('inboundMailKinds', mail.kind)}</Fact>
          <Fact name={say('from')}>{mail.from ?? say('noSender')}</Fact>
          <Fact name={say('signature')}>{label('inboundMailAuthenticity', mail.authenticity)}</Fact>
          <Fact name={say('to')}>{mail.to}</Fact>
          <Fact name={say('receivedAt')}>{moment(mail.receivedAt)}</Fact>
          <Fact name={say('notice')}>{mail.notice?.number}</Fact>
          <Fact name={say('organization')}>{mail.organization?.name}</Fact>
          <Fact name={say('size')}>
            {fileSize(mail.size)} {!mail.isWhole && say('partly')}
          </Fact>
          <Fact name={say('filedAt')}>{mail.filedAt && moment(mail.filedAt)}</Fact>
          <Fact name={say('filedBy')}>{mail.state === 'filed' && (mail.filedBy ?? say('byItself'))}</Fact>
          <Fact name={say('remark')}>{mail.note}</Fact>
        </Facts>
      </section>
      <section className="panel message-part" aria-label={say('text')}>
        <h2>{say('text')}</h2>
        {mail.text ? <pre className="message-text">{mail.text}</pre> : <p className="quiet">{say('noText')}</p>}
      </section>
      {mail.attachments.length > 0 && (
        <section className="panel message-part" aria-label={say('attachments')}>
          <h2>{say('attachments')}</h2>
          <ul>
            {mail.attachments.map(({ name, mediaType, size }) => (
              <li key={`${name} ${mediaType} ${size}`}>
                {name || mediaType} · {fileSize(size)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
