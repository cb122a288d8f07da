import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useToast } from '../../shell/toast.js';
import { words } from './words.js';

type Change = Schemas['ChangePasswordRequest'];

export function PasswordPanel() {
  const say = words.use();
  const toast = useToast();
  const [form] = Form.useForm<Change>();
  const change = useMutation({
    mutationFn: (body: Change) => taken(api.POST('/v1/me/password', { body })),
    onSuccess: () => {
      form.resetFields();
      void toast.success(say('passwordSaved'));
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const required = { required: true, message: say('required') };
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">{say('password')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values: Change) => change.mutate(values)}
        style={{ maxWidth: 360 }}
      >
        <Form.Item name="current" label={say('current_password')} rules={[required]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="next"
          label={say('next_password')}
          extra={say('passwordHint')}
          rules={[required, { min: 10, message: say('passwordHint') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        {change.error && <ProblemNote failure={change.error} ofAct />}
        <Button htmlType="submit" loading={change.isPending}>
          {say('savePassword')}
        </Button>
      </Form>
    </section>
  );
}
