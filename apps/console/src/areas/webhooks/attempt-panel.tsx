import { Tag } from 'antd';
import { moment } from '../../words/dates.js';
import { Code } from './secret-shown.js';
import type { Attempt } from './webhook.js';
import { words } from './words.js';

/** One attempt: what went out and what came back, or why nothing did. */
export function AttemptPanel({ attempt, number, isOpen }: { attempt: Attempt; number: number; isOpen: boolean }) {
  const say = words.use();
  const { at, statusCode, durationMs, request, answer, error } = attempt;
  const isTaken = statusCode !== null && statusCode >= 200 && statusCode < 300;
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <details className="attempt" open={isOpen}>
      <summary>
        <span>{say('attempt', { number })}</span>
        <Tag color={isTaken ? 'green' : 'red'}>{statusCode ?? say('noAnswer')}</Tag>
        <span className="quiet">
          {moment(at)} · {durationMs} ms
        </span>
      </summary>
      {error && (
        <p>
          <b>{say(`errors.${error.code}`)}</b> <span className="quiet">{error.detail}</span>
        </p>
      )}
      <h4>{say('request')}</h4>
      <Code text={[`POST ${request.url}`, ...headers].join('\n')} label={say('request')} />
      <p className="quiet">{say('signatureNote')}</p>
      <h4>{say('answer')}</h4>
      {answer ? <Code text={answer} label={say('answer')} /> : <p className="quiet">{say('emptyAnswer')}</p>}
    </details>
  );
}
