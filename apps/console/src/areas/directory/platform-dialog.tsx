import { Form, Input, Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useRegions } from '../../api/use-regions.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { MomentField } from '../../parts/moment-field.js';
import { useToast } from '../../shell/toast.js';
import { OrganizationChoice } from '../../parts/organization-choice.js';
import type { Platform } from './platforms-tab.js';
import { useOptions } from './use-options.js';
import { words } from './words.js';

type Registered = Schemas['RegisterPlatformRequest'];
type Written = Omit<Registered, 'hosts' | 'appIds'> & { hosts: string; appIds?: string };

const lines = (text = '') =>
  text
    .split(/[\s,，]+/)
    .map((line) => line.trim())
    .filter(Boolean);
const emptied = ['contactEmail', 'creditCode', 'icpNumber', 'timeZone', 'organizationId', 'joinedAt'] as const;

/** What is left empty is taken away where it was, and not sent where it never was. */
function bodyOf({ hosts, appIds, ...written }: Written, isNew: boolean): Registered {
  const body: Registered = { ...written, hosts: lines(hosts), appIds: lines(appIds) };
  for (const name of emptied) {
    if (body[name]) continue;
    if (isNew) delete body[name];
    else Object.assign(body, { [name]: null });
  }
  return body;
}

export function PlatformDialog({
  platform,
  host,
  close,
}: {
  platform: Platform | null;
  host?: string | undefined;
  close: () => void;
}) {
  const say = words.use();
  const toast = useToast();
  const { services, regimes } = useOptions();
  const { regions } = useRegions();
  const required = [{ required: true, message: say('required') }];
  const initial = platform
    ? ({ ...platform, hosts: platform.hosts.join('\n'), appIds: platform.appIds.join('\n') } as Partial<Written>)
    : { hosts: host ?? '' };
  return (
    <ActDialog
      title={platform ? say('editNamed', { name: platform.name }) : say('add')}
      meaning={say('addMeaning')}
      submit={say('save')}
      initial={initial}
      close={close}
      act={(written: Written, headers) => {
        const body = bodyOf(written, platform === null);
        return platform
          ? taken(api.PATCH('/v1/platforms/{id}', { params: { path: { id: platform.id } }, body, headers }))
          : taken(api.POST('/v1/platforms', { body, headers }));
      }}
      done={() => {
        void toast.success(say('saved'));
        void queries.invalidateQueries({ queryKey: ['platforms'] });
        void queries.invalidateQueries({ queryKey: ['unrouted-targets'] });
      }}
    >
      <Form.Item
        name="name"
        label={say('name')}
        rules={[{ required: true, whitespace: true, message: say('required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="hosts" label={say('hosts')} extra={say('hostsHint')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="appIds" label={say('appIds')} extra={say('appIdsHint')}>
        <Input.TextArea rows={1} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="serviceType" label={say('service')} rules={required}>
          <Select options={services} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="regime" label={say('regime')} rules={required}>
          <Select options={regimes} />
        </Form.Item>
        <Form.Item name="regionCode" label={say('region')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="contactEmail" label={say('contactEmail')}>
          <Input type="email" maxLength={254} />
        </Form.Item>
        <Form.Item name="creditCode" label={say('creditCode')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="icpNumber" label={say('icpNumber')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="organizationId" label={say('organization')}>
          <OrganizationChoice kinds={['platform']} />
        </Form.Item>
        <Form.Item name="timeZone" label={say('timeZone')}>
          <Input maxLength={64} placeholder="America/New_York" />
        </Form.Item>
      </div>
      <Form.Item name="joinedAt" label={say('joinedAt')} extra={say('joinedAtHint')}>
        <MomentField />
      </Form.Item>
    </ActDialog>
  );
}
