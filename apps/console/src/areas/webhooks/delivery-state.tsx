import { Tag } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { moment } from '../../words/dates.js';
import type { Delivery } from './webhook.js';
import { words } from './words.js';

const colours: Record<string, string> = { pending: 'blue', delivered: 'green', exhausted: 'red' };

/** How a delivery stands: its state, what was answered last, and when it is tried next. */
export function DeliveryState({ delivery }: { delivery: Delivery }) {
  const say = words.use();
  const label = useLabel();
  const { state, attempts, nextAttemptAt } = delivery;
  const last = attempts.at(-1);
  return (
    <>
      <Tag color={colours[state]}>{label('deliveryStates', state)}</Tag>{' '}
      {last && <span>{last.statusCode ?? (last.error && say(`errors.${last.error.code}`))}</span>}
      {state === 'pending' && last && nextAttemptAt && (
        <div className="quiet">{say('nextAt', { at: moment(nextAttemptAt) })}</div>
      )}
    </>
  );
}
