import { PaperClipOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { TargetLink } from '../../parts/target-link.js';
import type { Evidence } from './notice-document.js';
import { words } from './words.js';

interface NamedFile {
  id: string;
  name: string;
}

/** Proof by proof: what it proves, then its text, its link, its file. */
export function EvidenceList({
  evidence,
  files,
  fileAddress,
}: {
  evidence: readonly Evidence[];
  files: readonly NamedFile[] | undefined;
  /** Where this reader gets a file. */
  fileAddress: (fileId: string) => string;
}) {
  const say = words.use();
  const label = useLabel();
  if (evidence.length === 0) return <p className="quiet">{say('noEvidence')}</p>;
  return (
    <ul className="evidence-list">
      {evidence.map(({ kind, text, url, fileId, forward }) => (
        <li key={JSON.stringify([kind, text, url, fileId])}>
          <Tag>{label('evidenceKinds', kind)}</Tag>
          {forward && <small className="quiet">{say('forwardable')}</small>}
          {text && <div className="typed">{text}</div>}
          {url && (
            <div>
              <TargetLink url={url} />
            </div>
          )}
          {fileId && (
            <div>
              <a href={fileAddress(fileId)} target="_blank" rel="noreferrer">
                <PaperClipOutlined /> {files?.find(({ id }) => id === fileId)?.name ?? fileId}
              </a>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

export function noticeFileAddress(noticeId: string) {
  return (fileId: string) => `/v1/notices/${noticeId}/files/${fileId}/content`;
}
