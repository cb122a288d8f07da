import { CopyText } from './copy-text.js';
import './target-link.css';

/**
 * An address that somebody else typed: shown whole as text, opened only if it is a web address, in a page of its own
 * that learns nothing of this one.
 */
export function TargetLink({ url, text, isCopied = true }: { url?: string | null; text?: string; isCopied?: boolean }) {
  const shown = url ?? text ?? '';
  return (
    <span className="target-link">
      {url && isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer" title={shown}>
          {shown}
        </a>
      ) : (
        <span title={shown}>{shown}</span>
      )}
      {isCopied && shown && <CopyText text={shown} />}
    </span>
  );
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
