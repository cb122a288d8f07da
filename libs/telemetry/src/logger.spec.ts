import { QueryFailedError } from 'typeorm';
import { createLogger } from './logger.js';

it('a statement that failed is logged by what it was, never with what it was given', () => {
  let line = '';
  const logger = createLogger({ level: 'debug', name: 'api' }, { write: (text) => void (line += text) });
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "members_email_unique"'), {
    code: '23505',
    detail: 'Key (email)=(zhang.san@example.cn) already exists.',
  });
  const failure = new QueryFailedError('insert into members (email) values ($1)', ['zhang.san@example.cn'], refused);
  logger.error({ requestId: 'r1', failure }, 'request failed');
  logger.error({ err: failure }, 'task failed');
  expect(line).not.toContain('zhang.san');
  expect(JSON.parse(line.split('\n')[0]!)).toMatchObject({
    requestId: 'r1',
    failure: { query: 'insert into members (email) values ($1)', code: '23505', message: refused.message },
  });
});
