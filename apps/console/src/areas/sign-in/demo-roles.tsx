import {
  AuditOutlined,
  BankOutlined,
  CloudServerOutlined,
  ControlOutlined,
  CopyrightOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import type { Me, OrganizationKind } from '../../api/me.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { words } from './words.js';

type Person = Schemas['DemoPersonView'];

const icons: Record<OrganizationKind, ComponentType> = {
  rights_holder: CopyrightOutlined,
  agent: TeamOutlined,
  platform: CloudServerOutlined,
  regulator: BankOutlined,
  operator: ControlOutlined,
};

/** The people of the sandbox, one of each group of users: a click signs in as one. */
export function DemoRoles({
  people,
  password,
  enter,
}: {
  people: readonly Person[];
  password: string | null;
  enter: (me: Me) => void;
}) {
  const say = words.use();
  const signIn = useMutation({
    mutationFn: (email: string) => taken(api.POST('/v1/auth/session', { body: { email, password: password! } })),
    onSuccess: enter,
  });
  return (
    <section className="door-demo" aria-labelledby="demo-roles">
      <h2 id="demo-roles">{say('demoTitle')}</h2>
      <p className="quiet">{say(password === null ? 'demoPasswordNote' : 'demoNote')}</p>
      {signIn.error && <ProblemNote failure={signIn.error} />}
      <ul>
        {people.map(({ email, name, organizationName, organizationKind }) => {
          const Icon = icons[organizationKind as OrganizationKind] ?? AuditOutlined;
          return (
            <li key={email}>
              <button
                type="button"
                disabled={password === null || signIn.isPending}
                onClick={() => signIn.mutate(email)}
              >
                <Icon />
                <span>
                  <strong>
                    {say(`kinds.${organizationKind as OrganizationKind}`)} · {name}
                  </strong>
                  <small>{organizationName}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
