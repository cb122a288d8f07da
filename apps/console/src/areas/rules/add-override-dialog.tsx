import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { MomentField } from '../../parts/moment-field.js';
import { PlatformChoice } from '../../parts/platform-choice.js';
import { currentLanguage } from '../../words/language.js';
import { words } from './words.js';

type Wanted = Schemas['AddRuleOverrideRequest'];
const units = ['hour', 'calendar_day', 'working_day', 'us_business_day'] as const;
const tiers = ['green_channel', 'warning_list'] as const;

/** A member of the scope that was left empty limits nothing and is not sent. */
function bodyOf({ scope, ...wanted }: Wanted): Wanted {
  const named = Object.entries(scope).filter(([, value]) => value !== undefined && value !== '');
  return { ...wanted, scope: Object.fromEntries(named) };
}

export function AddOverrideDialog({ close }: { close: () => void }) {
  const say = words.use();
  const label = useLabel();
  const rules = useQuery({ queryKey: ['rules'], queryFn: () => taken(api.GET('/v1/rules')), staleTime: Infinity });
  const required = [{ required: true, message: say('required') }];
  return (
    <ActDialog
      title={say('addOverride')}
      meaning={say('addMeaning')}
      submit={say('addOverride')}
      initial={{ unit: 'hour' } as Partial<Wanted>}
      close={close}
      act={(wanted: Wanted, headers) => taken(api.POST('/v1/rule-overrides', { body: bodyOf(wanted), headers }))}
      done={() => void queries.invalidateQueries({ queryKey: ['rule-overrides'] })}
    >
      <Form.Item name="rule" label={say('rule')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={rules.data?.data.map((rule) => ({
            value: rule.rule,
            label: `${rule.label[currentLanguage()]} · ${rule.duration[currentLanguage()]} · ${rule.rule}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="length" label={say('length')} rules={required}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="unit" label={say('unit')} rules={required}>
        <Select options={units.map((value) => ({ value, label: label('clockUnits', value) }))} />
      </Form.Item>
      <Form.Item name={['scope', 'platformId']} label={say('platformOf')}>
        <PlatformChoice label={say('platformOf')} />
      </Form.Item>
      <Form.Item name={['scope', 'tier']} label={say('tier')}>
        <Select allowClear options={tiers.map((value) => ({ value, label: label('tiers', value) }))} />
      </Form.Item>
      <Form.Item name={['scope', 'campaign']} label={say('campaign')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('required') }]}
      >
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <Form.Item name="validUntil" label={say('validUntilField')}>
        <MomentField />
      </Form.Item>
    </ActDialog>
  );
}
