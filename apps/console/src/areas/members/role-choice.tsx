import { Form, Radio } from 'antd';
import { useSignedIn } from '../../api/me.js';
import { words } from './words.js';

/** The roles that this kind of organization has, each with what it may do. Approvers are regulators' alone. */
export function RoleChoice() {
  const say = words.use();
  const { kind } = useSignedIn().organization;
  const roles = (['owner', 'handler', 'viewer', 'approver'] as const).filter(
    (role) => role !== 'approver' || kind === 'regulator',
  );
  return (
    <Form.Item name="role" label={say('role')} rules={[{ required: true, message: say('required') }]}>
      <Radio.Group
        vertical
        options={roles.map((value) => ({
          value,
          label: (
            <>
              {say(`roles.${value}`)} <span className="quiet">{say(`roleNotes.${value}`)}</span>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}
