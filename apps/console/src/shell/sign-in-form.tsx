import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../api/client.js';
import type { Me } from '../api/me.js';
import { isProblem } from '../api/problem.js';
import { ProblemNote } from '../parts/problem-note.js';
import { words } from './sign-in-words.js';

type Credentials = Schemas['LoginRequest'];

/** E-mail and password, then the one-time code where the member has one. The session comes as a cookie no script can read. */
export function SignInForm({ email, signedIn }: { email?: string; signedIn: (me: Me) => void }) {
  const say = words.use();
  const [asksOtp, setAsksOtp] = useState(false);
  const signIn = useMutation({
    mutationFn: (body: Credentials) => taken(api.POST('/v1/auth/session', { body })),
    onSuccess: signedIn,
    onError: (failure) => {
      if (isProblem(failure, 'otp_required')) setAsksOtp(true);
    },
  });
  const rules = [{ required: true, message: say('required') }];
  return (
    <Form
      name="sign-in"
      layout="vertical"
      requiredMark={false}
      initialValues={{ email }}
      onFinish={(values: Credentials) => signIn.mutate(values)}
    >
      <Form.Item name="email" label={say('email')} rules={rules}>
        <Input type="email" autoComplete="username" autoFocus={!email} />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={rules}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(email)} />
      </Form.Item>
      {asksOtp && (
        <Form.Item name="otp" label={say('otp')} extra={say('otpHint')} rules={rules}>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={32} autoFocus />
        </Form.Item>
      )}
      {signIn.error && !isProblem(signIn.error, 'otp_required') && <ProblemNote failure={signIn.error} />}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {say('submit')}
      </Button>
    </Form>
  );
}
