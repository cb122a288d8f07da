import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { useLabel } from '../../api/vocabulary.js';
import { CopyText } from '../../parts/copy-text.js';
import { Fact, Facts } from '../../parts/facts.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { AttemptPanel } from './attempt-panel.js';
import { DeliveryState } from './delivery-state.js';
import { isSoon } from './is-soon.js';
import { Code } from './secret-shown.js';
import { words } from './words.js';

type WholeDelivery = Schemas['WholeDeliveryView'];
const lookAgainMillis = 1_000;

/** One delivery: what is sent, and every attempt with its answer. */
export function DeliveryDrawer({ id, close }: { id: string; close: () => void }) {
  const say = words.use();
  const query = useQuery({
    queryKey: ['webhook-delivery', id],
    queryFn: () => taken(api.GET('/v1/webhook-deliveries/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isSoon(state.data) ? lookAgainMillis : false),
  });
  return (
    <Drawer open title={say('delivery')} size={640} onClose={close}>
      <Reading of={query}>{(delivery) => <DeliveryContent delivery={delivery} />}</Reading>
    </Drawer>
  );
}

function DeliveryContent({ delivery }: { delivery: WholeDelivery }) {
  const say = words.use();
  const label = useLabel();
  const { id, endpointId, event, eventId, attempts, body, createdAt } = delivery;
  return (
    <div className="delivery">
      <Facts>
        <Fact name={say('event')}>
          {label('events', event)} <code>{event}</code>
        </Fact>
        <Fact name={say('state')}>
          <DeliveryState delivery={delivery} />
        </Fact>
        <Fact name="webhook-id">
          <code>msg_{eventId}</code> <CopyText text={`msg_${eventId}`} />
        </Fact>
        <Fact name={say('at')}>{moment(createdAt)}</Fact>
      </Facts>
      <Resend id={id} endpointId={endpointId} />
      <h3>{say('attemptsMade')}</h3>
      {attempts.length === 0 && <p className="quiet">{say('onItsWay')}</p>}
      {attempts
        .map((attempt, at) => (
          <AttemptPanel key={attempt.at} attempt={attempt} number={at + 1} isOpen={at === attempts.length - 1} />
        ))
        .toReversed()}
      <h3>
        {say('body')} <CopyText text={body} />
      </h3>
      <Code text={readable(body)} label={say('body')} />
    </div>
  );
}

function Resend({ id, endpointId }: { id: string; endpointId: string }) {
  const say = words.use();
  const act = useAct(
    (_input: null, headers) =>
      taken(api.POST('/v1/webhook-deliveries/{id}/resend', { params: { path: { id } }, headers })),
    () => {
      void queries.invalidateQueries({ queryKey: ['webhook-delivery', id] });
      void queries.invalidateQueries({ queryKey: ['webhook-deliveries', endpointId] });
    },
  );
  return (
    <div className="delivery-resend">
      <Button loading={act.isRunning} disabled={act.isUnsure} onClick={() => act.do(null)}>
        {say('resend')}
      </Button>
      <small className="quiet">{say('resendNote')}</small>
      {act.failure && <ProblemNote failure={act.failure} ofAct again={act.isUnsure ? act.again : undefined} />}
    </div>
  );
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
