import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Segmented } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { currentLanguage } from '../../words/language.js';
import './sign-in.css';
import { useEnter } from './use-enter.js';
import { words } from './words.js';

type Registration = Schemas['RegisterRequest'];

/** A new rights holder or agent with its first owner, who is signed in at once and files once the address is confirmed. */
export function RegisterPage() {
  const say = words.use();
  const enter = useEnter('/file');
  const registration = useMutation({
    mutationFn: async (values: Registration) => {
      const { email, password } = values;
      await taken(api.POST('/v1/auth/register', { body: { ...values, locale: currentLanguage() } }));
      return taken(api.POST('/v1/auth/session', { body: { email, password } }));
    },
    onSuccess: enter,
  });
  const required = { required: true, whitespace: true, message: say('required') };
  // the address was known and the password is another's: said no more plainly than the letter says it
  if (isProblem(registration.error, 'bad_credentials')) {
    return (
      <section className="panel door-alone" role="status">
        <h1>{say('sent')}</h1>
        <p>{say('sentNote')}</p>
        <Link to="/sign-in">{say('back')}</Link>
      </section>
    );
  }
  return (
    <section className="panel door-alone">
      <h1>{say('registerTitle')}</h1>
      <p className="quiet">{say('registerNote')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'rights_holder' }}
        onFinish={(values: Registration) => registration.mutate(values)}
      >
        <Form.Item name="kind" label={say('kind')}>
          <Segmented
            block
            options={(['rights_holder', 'agent'] as const).map((kind) => ({
              value: kind,
              label: say(`kinds.${kind}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="organizationName" label={say('organizationName')} rules={[required]}>
          <Input maxLength={200} autoComplete="organization" />
        </Form.Item>
        <Form.Item name="name" label={say('name')} rules={[required]}>
          <Input maxLength={100} autoComplete="name" />
        </Form.Item>
        <Form.Item name="email" label={say('email')} rules={[required, { type: 'email', message: say('badEmail') }]}>
          <Input type="email" maxLength={254} autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('password')}
          extra={say('passwordHint')}
          rules={[required, { min: 10, message: say('tooShort') }]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        {registration.error && <ProblemNote failure={registration.error} ofAct />}
        <Button type="primary" htmlType="submit" block loading={registration.isPending}>
          {say('submitRegister')}
        </Button>
      </Form>
      <p className="door-register">
        <Link to="/sign-in">{say('back')}</Link>
      </p>
    </section>
  );
}
