import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, Outlet, useLocation } from 'react-router';
import { useMe } from '../api/me.js';
import { currentLanguage, speak } from '../words/language.js';
import { useTabTitle } from './use-tab-title.js';
import { words } from './words.js';

/** The public face: no account, no menu. */
export function PublicFrame() {
  const say = words.use();
  const { data: me } = useMe();
  const { pathname } = useLocation();
  useTabTitle();
  return (
    <div className="public">
      <header className="shell-bar">
        <Link to="/" className="shell-brand">
          <img src="/mark.svg" alt="" width={24} height={24} />
          <strong className="only-wide">{say('productLong')}</strong>
          <strong className="only-narrow">{say('product')}</strong>
        </Link>
        <span className="shell-space" />
        <Button
          type="text"
          icon={<TranslationOutlined />}
          onClick={() => speak(currentLanguage() === 'en' ? 'zh' : 'en')}
          aria-label={say('language')}
        >
          {say('language')}
        </Button>
        {(me || pathname !== '/sign-in') && <Link to={me ? '/' : '/sign-in'}>{say(me ? 'backHome' : 'signIn')}</Link>}
      </header>
      <main className="public-page" id="page">
        <Outlet />
      </main>
    </div>
  );
}
