import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { MomentField } from '../../parts/moment-field.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import './sandbox.css';
import { words } from './words.js';

type Advanced = Schemas['AdvancedView'];

/** The sandbox's clock: what it reads, and moving it on, with what fell due on the way. */
export function SandboxPage() {
  const say = words.use();
  const [until, setUntil] = useState<string | undefined>(undefined);
  const [came, setCame] = useState<Advanced | null>(null);
  const clock = useQuery({
    queryKey: ['sandbox-clock'],
    queryFn: () => taken(api.GET('/v1/sandbox/clock')),
    refetchInterval: 30_000,
  });
  const move = useAct(
    (body: Schemas['ClockRequest'], headers) => taken(api.POST('/v1/sandbox/clock', { body, headers })),
    (answer) => {
      setCame(answer);
      void queries.invalidateQueries();
    },
  );
  const isBusy = move.isRunning || move.isUnsure;
  return (
    <>
      <PageHead title={say('menu')} note={say('note')} />
      <div className="panel sandbox-clock">
        <Reading of={clock} rows={1}>
          {({ now }) => (
            <p>
              {say('now')}
              <time dateTime={now}>{moment(now)}</time>
            </p>
          )}
        </Reading>
        <p className="quiet">{say('confirmNote')}</p>
        <div className="sandbox-moves">
          <Button disabled={isBusy} onClick={() => move.do({ advance: 'PT1H' })}>
            {say('hour')}
          </Button>
          <Button disabled={isBusy} onClick={() => move.do({ advance: 'P1D' })}>
            {say('day')}
          </Button>
          <Form.Item label={say('until')} htmlFor="sandbox-until">
            <MomentField id="sandbox-until" {...(until && { value: until })} onChange={setUntil} />
          </Form.Item>
          <Button
            type="primary"
            loading={move.isRunning}
            disabled={!until || move.isUnsure}
            onClick={() => until && move.do({ set: until })}
          >
            {say('go')}
          </Button>
        </div>
        {move.failure && (
          <ProblemNote failure={move.failure} ofAct={move.isUnsure} again={move.isUnsure ? move.again : undefined} />
        )}
        {came && <Came came={came} />}
      </div>
      <p>
        <a href="/mail" target="_blank" rel="noreferrer">
          {say('mail')}
        </a>{' '}
        <span className="quiet">{say('mailNote')}</span>
      </p>
    </>
  );
}

function Came({ came }: { came: Advanced }) {
  const say = words.use();
  const { remindersSent, breaches, restorations, escalations } = came;
  const facts = [
    remindersSent && say('reminders', { count: remindersSent }),
    breaches && say('breaches', { count: breaches }),
    restorations && say('restorations', { count: restorations }),
    escalations && say('escalations', { count: escalations }),
  ].filter(Boolean);
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={say('came', { at: moment(came.now) })}
      description={
        facts.length === 0 ? (
          say('nothingCame')
        ) : (
          <ul>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
