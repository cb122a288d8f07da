import { Tag } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { moment } from '../../words/dates.js';
import type { Endpoint } from './webhook.js';
import { words } from './words.js';

/** How an endpoint stands, and since when or why. */
export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const say = words.use();
  const label = useLabel();
  const { state, disabledBecause, failingSince, pausedUntil } = endpoint;
  const isFailing = state === 'enabled' && failingSince;
  return (
    <>
      <Tag color={state === 'disabled' ? 'default' : isFailing ? 'red' : 'green'}>
        {isFailing ? say('failing') : label('endpointStates', state)}
      </Tag>
      {disabledBecause && <div>{say(`because.${disabledBecause}`)}</div>}
      {failingSince && <div className="quiet">{say('failingSince', { at: moment(failingSince) })}</div>}
      {pausedUntil && <div className="quiet">{say('pausedUntil', { at: moment(pausedUntil) })}</div>}
    </>
  );
}
