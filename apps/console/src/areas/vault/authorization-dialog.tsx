import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useChoices } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { DocumentFields, documentsFilled, linesOf } from './document-fields.js';
import { words } from './words.js';

interface AuthorizationInput {
  owner: { name: string; organizationId?: string };
  scope: 'catalogue' | 'chosen' | 'patterns';
  workIds?: string[];
  titlePatterns?: string;
  rights: Schemas['FileAuthorizationRequest']['rights'];
  validFrom: string;
  validUntil?: string;
  subLicence?: boolean;
  parentAuthorizationId?: string;
  documents?: Array<Schemas['DocumentRequest']>;
}

/** Files a power of attorney: whose rights, in which works, for how long, on which paper. */
export function AuthorizationDialog({ close }: { close: () => void }) {
  const say = words.use();
  const choices = useChoices();
  const toast = useToast();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <ActDialog<AuthorizationInput, unknown>
      title={say('authorizations.file')}
      meaning={say('authorizations.meaning')}
      submit={say('authorizations.submit')}
      initial={{ scope: 'catalogue', rights: ['information_network'] }}
      act={(input, headers) => taken(api.POST('/v1/authorizations', { headers, body: bodyOf(input) }))}
      done={() => {
        void queries.invalidateQueries({ queryKey: ['authorizations'] });
        void toast.success(say('authorizations.done'));
      }}
      close={close}
    >
      <Form.Item name={['owner', 'name']} label={say('authorizations.owner')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name={['owner', 'organizationId']}
        label={say('authorizations.ownerId')}
        extra={say('authorizations.ownerIdHint')}
      >
        <Input maxLength={36} />
      </Form.Item>
      <Form.Item name="scope" label={say('authorizations.scope')}>
        <Radio.Group
          options={(['catalogue', 'chosen', 'patterns'] as const).map((scope) => ({
            value: scope,
            label: say(`authorizations.${scope}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['scope']}>
        {({ getFieldValue }) => <ScopeFields scope={getFieldValue('scope') as AuthorizationInput['scope']} />}
      </Form.Item>
      <Form.Item name="rights" label={say('authorizations.rights')} rules={needed}>
        <Select mode="multiple" options={choices('grantedRights')} />
      </Form.Item>
      <div className="date-pair">
        <Form.Item name="validFrom" label={say('authorizations.from')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validUntil" label={say('authorizations.until')} extra={say('authorizations.untilHint')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="subLicence" valuePropName="checked">
        <Checkbox>{say('authorizations.subLicence')}</Checkbox>
      </Form.Item>
      <Form.Item name="parentAuthorizationId" label={say('authorizations.parent')}>
        <Input maxLength={36} />
      </Form.Item>
      <DocumentFields />
    </ActDialog>
  );
}

function ScopeFields({ scope }: { scope: AuthorizationInput['scope'] }) {
  const say = words.use();
  const works = useQuery({
    queryKey: ['works', 'to-choose'],
    queryFn: async () =>
      (await taken(api.GET('/v1/works', { params: { query: { limit: 200, state: 'active' } } }))).data,
    enabled: scope === 'chosen',
  });
  const needed = [{ required: true, message: say('needed') }];
  if (scope === 'chosen') {
    return (
      <Form.Item name="workIds" label={say('authorizations.chosen')} rules={needed}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          loading={works.isPending}
          options={(works.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
    );
  }
  if (scope === 'patterns') {
    return (
      <Form.Item name="titlePatterns" label={say('authorizations.patterns')} rules={needed}>
        <Input.TextArea rows={3} placeholder={say('authorizations.patternsHint')} />
      </Form.Item>
    );
  }
  return null;
}

function bodyOf(input: AuthorizationInput): Schemas['FileAuthorizationRequest'] {
  const { owner, scope, workIds, titlePatterns, rights, validFrom, validUntil, subLicence, parentAuthorizationId } =
    input;
  const documents = documentsFilled(input.documents);
  return {
    owner: {
      name: owner.name.trim(),
      ...(owner.organizationId?.trim() && { organizationId: owner.organizationId.trim() }),
    },
    ...(scope === 'catalogue' && { catalogue: true }),
    ...(scope === 'chosen' && { workIds: workIds ?? [] }),
    ...(scope === 'patterns' && { titlePatterns: linesOf(titlePatterns) }),
    rights,
    validFrom,
    ...(validUntil && { validUntil }),
    ...(subLicence && { subLicence }),
    ...(parentAuthorizationId?.trim() && { parentAuthorizationId: parentAuthorizationId.trim() }),
    ...(documents.length > 0 && { documents }),
  };
}
