import { FilePdfOutlined, PaperClipOutlined } from '@ant-design/icons';
import { useLabel } from '../../api/vocabulary.js';
import { Reading } from '../../parts/reading.js';
import { date } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { fileSize } from '../../words/sizes.js';
import { noticeFileAddress } from './evidence-list.js';
import type { Notice } from './notice-document.js';
import './notices.css';
import { useNoticeFiles } from './use-notice.js';
import { words } from './words.js';

/** The notice on paper, as served and as its user may see it, and every file of the matter. */
export function NoticePapers({ notice }: { notice: Notice }) {
  const say = words.use();
  const label = useLabel();
  const files = useNoticeFiles(notice.id);
  const paper = (copy: string) => `/v1/notices/${notice.id}/document.pdf?copy=${copy}&language=${currentLanguage()}`;
  const addressOf = noticeFileAddress(notice.id);
  return (
    <section className="panel" aria-label={say('papers')}>
      <h2>{say('papers')}</h2>
      <ul className="paper-lines">
        {(['served', 'forwarded'] as const).map((copy) => (
          <li key={copy}>
            <a href={paper(copy)} target="_blank" rel="noreferrer">
              <FilePdfOutlined /> {say(copy)}
            </a>
          </li>
        ))}
      </ul>
      <h3>{say('files')}</h3>
      <Reading of={files} rows={1}>
        {(list) =>
          list.length === 0 ? (
            <p className="quiet">{say('noFiles')}</p>
          ) : (
            <ul className="paper-lines">
              {list.map(({ id, name, size, kind, linkedAt }) => (
                <li key={`${id} ${kind}`}>
                  <a href={addressOf(id)} target="_blank" rel="noreferrer" title={name}>
                    <PaperClipOutlined /> {name}
                  </a>
                  <small className="quiet">
                    {[label('evidenceKinds', kind), fileSize(size), date(linkedAt)].join(' · ')}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  );
}
