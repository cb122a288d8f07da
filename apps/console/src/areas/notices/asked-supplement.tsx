import { Alert } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { moment } from '../../words/dates.js';
import { EvidenceList, noticeFileAddress } from './evidence-list.js';
import { documentOf, type Notice } from './notice-document.js';
import { useNoticeFiles } from './use-notice.js';
import { words } from './words.js';

/** What the platform asked for, once a notice, and what was sent. */
export function AskedSupplement({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const files = useNoticeFiles(notice.id);
  const { supplementRequest: asked, supplements } = documentOf(notice);
  if (!asked) return null;
  const how = asked.answeredAt
    ? say('asked.answered', { at: moment(asked.answeredAt) })
    : asked.lapsedAt
      ? say('asked.lapsed', { at: moment(asked.lapsedAt) })
      : say('asked.open', { at: moment(asked.requestedAt) });
  return (
    <Alert
      className="asked-supplement"
      type={asked.answeredAt ? 'info' : 'warning'}
      title={`${say('asked.title')} · ${how}`}
      description={
        <>
          <div>{asked.elements.map((element) => label('elements', element)).join('、')}</div>
          <div className="typed">{asked.message}</div>
          {supplements.map(({ id, receivedAt, message, evidence }) => (
            <div key={id}>
              <strong>{say('asked.sent', { at: moment(receivedAt) })}</strong>
              {message && <div className="typed">{message}</div>}
              {evidence.length > 0 && (
                <EvidenceList evidence={evidence} files={files.data} fileAddress={noticeFileAddress(notice.id)} />
              )}
            </div>
          ))}
        </>
      }
    />
  );
}
