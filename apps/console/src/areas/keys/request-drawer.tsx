import { Drawer, Tag } from 'antd';
import type { Schemas } from '../../api/client.js';
import { CopyText } from '../../parts/copy-text.js';
import { Fact, Facts } from '../../parts/facts.js';
import { second } from '../../words/dates.js';
import { words } from './request-words.js';

type KeyRequest = Schemas['KeyRequestView'];

const colours: Record<string, string> = { 2: 'green', 3: 'default', 4: 'orange', 5: 'red' };

/** What was answered, by its colour and, where it was refused, by its reason. */
export function Status({ request: { status, code } }: { request: KeyRequest }) {
  return (
    <>
      <Tag color={colours[String(status)[0]!]}>{status}</Tag>
      {code && <code className="request-code">{code}</code>}
    </>
  );
}

/** One request, with the id by which somebody asks about it. */
export function RequestDrawer({ request, close }: { request: KeyRequest; close: () => void }) {
  const say = words.use();
  const { at, method, route, path, code, durationMs, requestId, address, userAgent } = request;
  return (
    <Drawer open title={say('request')} size={560} onClose={close}>
      <Facts>
        <Fact name={say('answer')}>
          <Status request={{ ...request, code: null }} />
        </Fact>
        <Fact name={say('code')}>
          {code && (
            <a href={`/problems/${code}`} target="_blank" rel="noreferrer">
              <code>{code}</code>
            </a>
          )}
        </Fact>
        <Fact name={say('requestId')}>
          <code>{requestId}</code> <CopyText text={requestId} />
          <div className="quiet">{say('requestIdNote')}</div>
        </Fact>
        <Fact name={say('at')}>{second(at)}</Fact>
        <Fact name={say('duration')}>{durationMs.toLocaleString()} ms</Fact>
        <Fact name={say('route')}>
          {route ? (
            <code>
              {method} {route}
            </code>
          ) : (
            say('noRoute')
          )}
        </Fact>
        <Fact name={say('path')}>
          <code className="request-path">{path}</code>
        </Fact>
        <Fact name={say('address')}>{address}</Fact>
        <Fact name={say('userAgent')}>{userAgent}</Fact>
      </Facts>
    </Drawer>
  );
}
