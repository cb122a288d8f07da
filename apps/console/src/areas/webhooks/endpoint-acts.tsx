import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSignedIn } from '../../api/me.js';
import { useAct } from '../../api/use-act.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useToast } from '../../shell/toast.js';
import { ChangeDialog } from './change-dialog.js';
import { ReceiverCheckAct } from './receiver-check.js';
import { RecoverDialog } from './recover-dialog.js';
import { RemoveDialog } from './remove-dialog.js';
import { RotateDialog } from './rotate-dialog.js';
import { TestDialog } from './test-dialog.js';
import { changeEndpoint, type Endpoint, readEndpointAgain, type RegisteredEndpoint } from './webhook.js';
import { words } from './words.js';

export type Asked = 'test' | 'change' | 'rotate' | 'recover' | 'remove';

/** What can be done with an endpoint. Sending an example comes first; the rest stands behind one button. */
export function EndpointActs({
  endpoint,
  tag,
  rotated,
}: {
  endpoint: Endpoint;
  tag: string | null;
  rotated: (endpoint: RegisteredEndpoint) => void;
}) {
  const say = words.use();
  const { isSandbox } = useSignedIn();
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(search.get('act') === 'test' ? 'test' : null);
  const close = () => setAsked(null);
  const { id } = endpoint;
  return (
    <>
      <Button type="primary" disabled={endpoint.state === 'disabled'} onClick={() => setAsked('test')}>
        {say('test')}
      </Button>
      {isSandbox && <ReceiverCheckAct endpoint={endpoint} />}
      <Button onClick={() => setAsked('change')}>{say('change')}</Button>
      <SwitchState endpoint={endpoint} tag={tag} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'rotate', label: say('rotate') },
            { key: 'recover', label: say('recover'), disabled: endpoint.state === 'disabled' },
            { key: 'remove', label: say('remove'), danger: true },
          ],
          onClick: ({ key }) => setAsked(key as Asked),
        }}
      >
        <Button>{say('more')}</Button>
      </Dropdown>
      {asked === 'test' && <TestDialog endpoint={endpoint} close={close} />}
      {asked === 'change' && <ChangeDialog endpoint={endpoint} tag={tag} close={close} />}
      {asked === 'rotate' && <RotateDialog id={id} close={close} rotated={rotated} />}
      {asked === 'recover' && <RecoverDialog id={id} close={close} />}
      {asked === 'remove' && <RemoveDialog endpoint={endpoint} close={close} />}
    </>
  );
}

/** Off and on are undone by each other, so they need no dialog. */
function SwitchState({ endpoint: { id, state }, tag }: { endpoint: Endpoint; tag: string | null }) {
  const say = words.use();
  const toast = useToast();
  const next = state === 'enabled' ? 'disabled' : 'enabled';
  const act = useAct(
    (wanted: 'enabled' | 'disabled', headers) => changeEndpoint({ id, tag }, { state: wanted }, headers),
    (_answer, wanted) => {
      readEndpointAgain(id);
      void toast.success(say(wanted === 'enabled' ? 'enabledNow' : 'disabledNow'));
    },
  );
  return (
    <>
      <Button loading={act.isRunning} onClick={() => (act.isUnsure ? act.again() : act.do(next))}>
        {say(next === 'enabled' ? 'enable' : 'disable')}
      </Button>
      {act.failure && <ProblemNote failure={act.failure} ofAct again={act.isUnsure ? act.again : undefined} />}
    </>
  );
}
