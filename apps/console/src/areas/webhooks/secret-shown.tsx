import { Alert, Button, Tabs } from 'antd';
import { CopyText } from '../../parts/copy-text.js';
import { LinkButton } from '../../parts/link-button.js';
import { snippets } from './snippets.js';
import type { RegisteredEndpoint } from './webhook.js';
import { words } from './words.js';

/** The secret of an endpoint is shown when it is made and never again; with a receiver that checks it. */
export function SecretShown({
  made,
  kept,
  leadsToTest = false,
}: {
  made: RegisteredEndpoint;
  kept: () => void;
  /** It is a new endpoint: once the secret is kept, an example is the next step. */
  leadsToTest?: boolean;
}) {
  const say = words.use();
  return (
    <Alert
      className="secret-shown"
      type="warning"
      showIcon
      title={say('secret.title')}
      description={
        <>
          <p>{say('secret.note')}</p>
          <div className="secret-line">
            <code data-secret>{made.secret}</code>
            <CopyText text={made.secret} />
          </div>
          {made.publicKey && (
            <>
              <p>{say('publicKey')}</p>
              <div className="secret-line">
                <code>{made.publicKey}</code>
                <CopyText text={made.publicKey} />
              </div>
            </>
          )}
          <p>{say('secret.verify')}</p>
          <Snippets />
          <div className="secret-acts">
            {leadsToTest && (
              <LinkButton type="primary" to={`/webhooks/${made.id}?act=test`}>
                {say('thenTest')}
              </LinkButton>
            )}
            <Button type={leadsToTest ? 'default' : 'primary'} onClick={kept}>
              {say('secret.kept')}
            </Button>
          </div>
        </>
      }
    />
  );
}

/** A receiver in a few lines, ready to be copied. */
export function Snippets() {
  return (
    <Tabs
      size="small"
      animated={false}
      items={Object.entries(snippets).map(([language, code]) => ({
        key: language,
        label: language,
        children: (
          <div className="secret-line">
            <Code text={code} label={language} />
            <CopyText text={code} />
          </div>
        ),
      }))}
    />
  );
}

/** Text of machines, as it is; what scrolls can be reached by keyboard. */
export function Code({ text, label }: { text: string; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <pre className="webhook-code" tabIndex={0} role="group" aria-label={label}>
      {text}
    </pre>
  );
}
