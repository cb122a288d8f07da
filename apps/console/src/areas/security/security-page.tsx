import { PageHead } from '../../parts/page-head.js';
import { MailPanel } from './mail-panel.js';
import { PasswordPanel } from './password-panel.js';
import './security.css';
import { SessionsPanel } from './sessions-panel.js';
import { TotpPanel } from './totp-panel.js';
import { words } from './words.js';

export function SecurityPage() {
  const say = words.use();
  return (
    <>
      <PageHead title={say('title')} />
      <div className="security-panels">
        <SessionsPanel />
        <TotpPanel />
        <PasswordPanel />
        <MailPanel />
      </div>
    </>
  );
}
