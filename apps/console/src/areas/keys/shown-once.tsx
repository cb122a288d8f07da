import { Alert, Button } from 'antd';
import { CopyText } from '../../parts/copy-text.js';
import { curlOf } from './curl-of.js';
import type { NewApiKey } from './keys-page.js';
import './shown-once.css';
import { words } from './words.js';

/** A key is shown when it is made and never again; with a command that uses it at once. */
export function ShownOnce({ made, kept }: { made: NewApiKey; kept: () => void }) {
  const say = words.use();
  const command = curlOf(made.scopes, made.key);
  return (
    <Alert
      className="shown-once"
      type="warning"
      showIcon
      title={say('shownOnce')}
      description={
        <>
          <p>{say('shownOnceNote')}</p>
          <div className="shown-once-line">
            <code>{made.key}</code>
            <CopyText text={made.key} />
          </div>
          <p>{say('tryIt')}</p>
          <div className="shown-once-line">
            <code>{command}</code>
            <CopyText text={command} />
          </div>
          <Button type="primary" onClick={kept}>
            {say('kept')}
          </Button>
        </>
      }
    />
  );
}
