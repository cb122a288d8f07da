import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { hasScope, useSignedIn } from '../../api/me.js';
import { queries } from '../../api/queries.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { Reading } from '../../parts/reading.js';
import { useToast } from '../../shell/toast.js';
import './organization.css';
import { words } from './words.js';

type Organization = Schemas['OrganizationView'];
type Profile = Schemas['ProfileRequest'];

const bounds = {
  idNumber: 100,
  legalRepresentative: 100,
  contact: 100,
  email: 254,
  phone: 50,
  mobile: 50,
  fax: 50,
  address: 500,
  postcode: 20,
} as const;

export function OrganizationPage() {
  const say = words.use();
  const { kind } = useSignedIn().organization;
  const organization = useQuery({ queryKey: ['organization'], queryFn: () => taken(api.GET('/v1/organization')) });
  const isComplainant = kind === 'rights_holder' || kind === 'agent';
  return (
    <>
      <PageHead title={say('title')} note={say(isComplainant ? 'note' : 'noteOther')} />
      <Reading of={organization}>{(data) => <ProfileForm organization={data} />}</Reading>
    </>
  );
}

function ProfileForm({ organization }: { organization: Organization }) {
  const say = words.use();
  const toast = useToast();
  const me = useSignedIn();
  const isOwner = hasScope(me, 'members:manage');
  const save = useMutation({
    mutationFn: ({ name, ...profile }: Profile & { name: string }) =>
      taken(api.PATCH('/v1/organization', { body: { name, profile: filled(profile) } })),
    onSuccess: (saved) => {
      queries.setQueryData(['organization'], saved);
      void queries.invalidateQueries({ queryKey: ['me'] });
      void toast.success(say('saved'));
    },
  });
  return (
    <section className="panel organization-form">
      {!isOwner && <Alert type="info" showIcon title={say('readOnly')} />}
      <Form
        layout="vertical"
        disabled={!isOwner || save.isPending}
        initialValues={{ ...organization.profile, name: organization.name }}
        onFinish={(values: Profile & { name: string }) => save.mutate(values)}
      >
        <div className="organization-fields">
          <Form.Item
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('required') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="idType" label={say('idType')}>
            <Select
              allowClear
              options={(['business_licence', 'id_card', 'passport', 'other'] as const).map((value) => ({
                value,
                label: say(`idTypes.${value}`),
              }))}
            />
          </Form.Item>
          {(Object.keys(bounds) as Array<keyof typeof bounds>).map((field) => (
            <Form.Item key={field} name={field} label={say(field)}>
              <Input maxLength={bounds[field]} />
            </Form.Item>
          ))}
        </div>
        {save.error && <ProblemNote failure={save.error} ofAct />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('save')}
        </Button>
      </Form>
    </section>
  );
}

/** An emptied field is left out: the API knows no empty text. */
function filled(profile: Profile): Profile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value));
}
