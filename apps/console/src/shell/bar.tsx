import { MenuOutlined, SearchOutlined, TranslationOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { Connection } from '../api/live.js';
import { useSignedIn } from '../api/me.js';
import { currentLanguage, speak } from '../words/language.js';
import { openPalette } from './palette.js';
import { PersonMenu } from './person-menu.js';
import { words } from './words.js';

/** Who one is, where everything is found, whether what is shown is live. */
export function Bar({ connection, openMenu }: { connection: Connection; openMenu: () => void }) {
  const say = words.use();
  const me = useSignedIn();
  return (
    <header className="shell-bar">
      <Button className="only-narrow" type="text" icon={<MenuOutlined />} aria-label={say('menu')} onClick={openMenu} />
      <Link to="/" className="shell-brand">
        <img src="/mark.svg" alt="" width={24} height={24} />
        <strong>{say('product')}</strong>
      </Link>
      <span className="shell-organization" title={me.organization.name}>
        {me.organization.name}
      </span>
      {me.isSandbox && (
        <Tooltip title={say('sandboxNote')}>
          <Tag color="gold" tabIndex={0}>
            {say('sandbox')}
          </Tag>
        </Tooltip>
      )}
      <span className="shell-space" />
      <Button
        className="shell-search"
        icon={<SearchOutlined />}
        onClick={openPalette}
        aria-label={`${say('palette')} Ctrl K`}
      >
        <span className="only-wide">{say('palette')}</span> <kbd className="only-wide">Ctrl K</kbd>
      </Button>
      <LiveMark connection={connection} />
      <Button
        type="text"
        icon={<TranslationOutlined />}
        onClick={() => speak(currentLanguage() === 'en' ? 'zh' : 'en')}
        aria-label={say('language')}
      >
        <span className="only-wide">{say('language')}</span>
      </Button>
      <PersonMenu />
    </header>
  );
}

function LiveMark({ connection }: { connection: Connection }) {
  const say = words.use();
  return (
    <Tooltip title={say(connection)}>
      <span className={`live-mark is-${connection}`} role="status" aria-label={say(connection)} />
    </Tooltip>
  );
}
