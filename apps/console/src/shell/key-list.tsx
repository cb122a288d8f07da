import { Switch } from 'antd';
import { switchKeys, useKeyHints, useKeysAreOn } from './keys.js';
import { words } from './words.js';

export function KeyList() {
  const say = words.use();
  const hints = useKeyHints();
  const areOn = useKeysAreOn();
  return (
    <>
      <Switch checked={areOn} onChange={switchKeys} aria-label={say('keys')} /> {say(areOn ? 'keysOn' : 'keysOff')}
      <p className="quiet">{say('keysNote')}</p>
      {hints.length === 0 && say('noKeys')}
      <dl className="key-list">
        {hints.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{shown(keys)}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const names: Record<string, string> = {
  slash: '/',
  'shift+slash': '?',
  enter: 'Enter',
  escape: 'Esc',
  'mod+k': 'Ctrl/⌘ K',
  'mod+enter': 'Ctrl/⌘ Enter',
};

function shown(keys: string): string {
  return keys
    .split(',')
    .map((key) => names[key.trim()] ?? key.trim().toUpperCase())
    .join(' / ');
}
