import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { CopyText } from '../../parts/copy-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { words } from './words.js';

type Pending = Schemas['PendingTotpView'];

/** The second factor: begun with the password, in force once a first code was right, ended with both. */
export function TotpPanel() {
  const say = words.use();
  const { hasTotp } = useSignedIn();
  const [asks, setAsks] = useState<'on' | 'off' | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => setAsks(null);
  const required = [{ required: true, message: say('required') }];
  return (
    <section className="panel" aria-labelledby="totp">
      <h2 id="totp">{say('totp')}</h2>
      <p className="quiet">{say(hasTotp ? 'totpOn' : 'totpOff')}</p>
      {codes && <RecoveryCodes codes={codes} kept={() => setCodes(null)} />}
      {pending && !codes && (
        <Confirmation
          pending={pending}
          confirmed={(recoveryCodes) => {
            setPending(null);
            setCodes(recoveryCodes);
          }}
        />
      )}
      {!pending && !codes && (
        <Button danger={hasTotp} onClick={() => setAsks(hasTotp ? 'off' : 'on')}>
          {say(hasTotp ? 'turnOff' : 'turnOn')}
        </Button>
      )}
      {asks === 'on' && (
        <ActDialog
          title={say('turnOn')}
          submit={say('turnOn')}
          close={close}
          act={(body: Schemas['BeginTotpRequest']) => taken(api.POST('/v1/me/totp', { body }))}
          done={setPending}
        >
          <Form.Item name="password" label={say('current_password')} rules={required}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </ActDialog>
      )}
      {asks === 'off' && (
        <ActDialog
          title={say('turnOff')}
          submit={say('turnOff')}
          isDangerous
          close={close}
          act={(body: Schemas['EndTotpRequest']) => taken(api.DELETE('/v1/me/totp', { body }))}
          done={() => void queries.invalidateQueries({ queryKey: ['me'] })}
        >
          <Form.Item name="password" label={say('current_password')} rules={required}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="otp" label={say('code_or_recovery')} rules={required}>
            <Input autoComplete="one-time-code" maxLength={40} />
          </Form.Item>
        </ActDialog>
      )}
    </section>
  );
}

function Confirmation({ pending, confirmed }: { pending: Pending; confirmed: (codes: string[]) => void }) {
  const say = words.use();
  const confirmation = useMutation({
    mutationFn: (body: Schemas['ConfirmTotpRequest']) => taken(api.POST('/v1/me/totp/confirmation', { body })),
    onSuccess: ({ recoveryCodes }) => {
      void queries.invalidateQueries({ queryKey: ['me'] });
      confirmed(recoveryCodes);
    },
  });
  return (
    <>
      <p>{say('scan')}</p>
      <div className="totp-begin">
        <QRCode value={pending.uri} type="svg" size={168} />
        <div>
          {say('secret')} <code>{pending.secret}</code> <CopyText text={pending.secret} />
        </div>
      </div>
      <Form layout="inline" onFinish={(values: Schemas['ConfirmTotpRequest']) => confirmation.mutate(values)}>
        <Form.Item name="otp" label={say('code')} rules={[{ required: true, message: say('required') }]}>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirmation.isPending}>
          {say('confirm')}
        </Button>
      </Form>
      {confirmation.error && <ProblemNote failure={confirmation.error} />}
    </>
  );
}

function RecoveryCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }) {
  const say = words.use();
  return (
    <div>
      <h3>{say('recovery')}</h3>
      <p>{say('recoveryNote')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="security-acts">
        <CopyText text={codes.join('\n')} label={say('recovery')} />
        <Button type="primary" onClick={kept}>
          {say('saved')}
        </Button>
      </div>
    </div>
  );
}
