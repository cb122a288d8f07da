import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { useLabel } from '../../api/vocabulary.js';
import { Rows } from '../../parts/entry-table.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem-note.js';
import './tools.css';
import { words } from './words.js';

type Resolved = Schemas['ResolvedTargetView'];

/** Who a pasted text would go to, and why: asked without an account, and nothing is kept. */
export function WherePage() {
  const say = words.use();
  const [answer, setAnswer] = useState<Resolved[] | null>(null);
  const asked = useAct(
    ({ text }: { text: string }) => taken(api.POST('/v1/platforms/resolve', { body: { texts: [text] } })),
    ({ targets }) => setAnswer(targets),
  );
  return (
    <>
      <PageHead title={say('where')} note={say('whereNote')} />
      <Form className="panel" layout="vertical" onFinish={asked.do}>
        <Form.Item
          name="text"
          label={say('pasted')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input.TextArea maxLength={4000} rows={4} placeholder={say('pastedHint')} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={asked.isRunning}>
          {say('ask')}
        </Button>
      </Form>
      {asked.failure && <ProblemNote failure={asked.failure} again={asked.again} />}
      {answer && <Answer targets={answer} />}
    </>
  );
}

function Answer({ targets }: { targets: Resolved[] }) {
  const say = words.use();
  const label = useLabel();
  const readable = targets.filter(({ outcome }) => outcome !== 'unreadable');
  if (readable.length === 0) {
    return (
      <Alert
        className="tool-answer"
        role="status"
        type="info"
        showIcon
        title={say('unreadable')}
        description={targets[0]?.detail}
      />
    );
  }
  return (
    <section className="tool-answer" aria-labelledby="found">
      <h2 id="found">{say('found', { count: readable.length })}</h2>
      <Rows
        label={say('where')}
        rows={readable.map((target, i) => ({ ...target, id: String(i) }))}
        columns={[
          {
            key: 'address',
            title: say('address'),
            show: ({ url, raw, accessCode }) => (
              <>
                {url ?? raw}
                {accessCode && <div className="quiet">{say('accessCode', { code: accessCode })}</div>}
              </>
            ),
          },
          {
            key: 'type',
            title: say('contentType'),
            width: '110px',
            show: ({ contentType }) => label('contentTypes', contentType) || '—',
          },
          {
            key: 'outcome',
            title: say('outcome'),
            width: '30%',
            show: ({ platform }) =>
              platform ? <strong>{platform.name}</strong> : <span className="quiet">{say('nobody')}</span>,
          },
          {
            key: 'why',
            title: say('why'),
            width: '24%',
            show: ({ matchedBy, host }) =>
              matchedBy ? `${say(`because.${matchedBy as 'host'}`)}${host ? ` ${host}` : ''}` : (host ?? '—'),
          },
        ]}
      />
    </section>
  );
}
