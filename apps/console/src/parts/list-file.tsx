import { DownloadOutlined } from '@ant-design/icons';
import { words } from './part-words.js';

/** The address of a whole list as CSV, with the filters that are set. */
export function fileOf(list: string, asked: Readonly<Record<string, string | undefined>> = {}): string {
  const set = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${list}?${new URLSearchParams([...set, ['format', 'csv']]).toString()}`;
}

/** Saves a whole list, not only what was read of it. The server streams it: nothing passes through the page. */
export function ListFile({ address, label }: { address: string; label: string }) {
  const say = words.use();
  return (
    <a className="list-file" href={address} download aria-label={say('exportOf', { list: label })}>
      <DownloadOutlined aria-hidden /> {say('export')}
    </a>
  );
}
