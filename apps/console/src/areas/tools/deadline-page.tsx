import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { useLabel } from '../../api/vocabulary.js';
import { MomentField } from '../../parts/moment-field.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { PlatformChoice } from '../../parts/platform-choice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { Reading } from '../../parts/reading.js';
import { useFilters } from '../../parts/use-filters.js';
import { currentLanguage } from '../../words/language.js';
import { DeadlineAnswer } from './deadline-answer.js';
import './tools.css';
import { words } from './words.js';

const tiers = ['ordinary', 'green_channel', 'warning_list'] as const;
type Rule = Schemas['RuleView'];

/** 时限计算器: what goes in lives in the address, so that an answer can be passed on and be seen again. */
export function DeadlinePage() {
  const say = words.use();
  const label = useLabel();
  const { data: me } = useMe();
  const [inputs, change] = useFilters(['rule', 'start', 'zone', 'platform', 'tier']);
  const rules = useQuery({
    queryKey: ['rules'],
    queryFn: () => taken(api.GET('/v1/rules')),
    staleTime: Infinity,
  });
  const { rule, start, zone, platform, tier } = inputs;
  const answer = useQuery({
    queryKey: ['deadline-preview', inputs],
    queryFn: () =>
      taken(
        api.GET('/v1/deadlines/preview', {
          params: {
            query: {
              rule: rule!,
              start: start!,
              ...(zone && { zone }),
              ...(platform && { platform }),
              ...(tier && { tier: tier as (typeof tiers)[number] }),
            },
          },
        }),
      ),
    enabled: Boolean(rule && start),
    retry: false,
  });
  const language = currentLanguage();
  return (
    <>
      <PageHead title={say('deadline')} note={say('deadlineNote')} />
      <Reading of={rules}>
        {({ data }) => {
          const chosen = data.find((one) => one.rule === rule);
          return (
            <>
              <Form layout="vertical" className="panel tool-form">
                <Form.Item
                  className="tool-wide"
                  label={say('rule')}
                  htmlFor="rule"
                  extra={
                    chosen && say('startsOn', { event: chosen.startsOn[language], length: chosen.duration[language] })
                  }
                >
                  <Select
                    id="rule"
                    value={rule ?? null}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={data.map((one) => ({ value: one.rule, label: ruleWords(one) }))}
                    onChange={(value: string | null) => change({ rule: value ?? undefined })}
                  />
                </Form.Item>
                <Form.Item label={say('start')} htmlFor="start">
                  <MomentField id="start" {...(start && { value: start })} onChange={(at) => change({ start: at })} />
                </Form.Item>
                <Form.Item label={say('zone')} htmlFor="zone">
                  <Input
                    key={zone ?? ''}
                    id="zone"
                    maxLength={64}
                    defaultValue={zone ?? ''}
                    placeholder={chosen ? chosen.zone : say('zoneDefault')}
                    onBlur={({ target }) => change({ zone: target.value.trim() || undefined })}
                    onPressEnter={({ currentTarget }) => change({ zone: currentTarget.value.trim() || undefined })}
                  />
                </Form.Item>
                {me && (
                  <>
                    <Form.Item label={say('platform')} htmlFor="platform">
                      <PlatformChoice
                        id="platform"
                        label={say('platform')}
                        {...(platform && { value: platform })}
                        onChange={(id) => change({ platform: id, ...(!id && { tier: undefined }) })}
                      />
                    </Form.Item>
                    <Form.Item label={say('tier')} htmlFor="tier" extra={!platform && say('tierNeedsPlatform')}>
                      <Select
                        id="tier"
                        allowClear
                        disabled={!platform}
                        value={tier ?? null}
                        options={tiers.map((value) => ({ value, label: label('tiers', value) }))}
                        onChange={(value: string | null | undefined) => change({ tier: value ?? undefined })}
                      />
                    </Form.Item>
                  </>
                )}
              </Form>
              {answer.error && <ProblemNote failure={answer.error} again={() => void answer.refetch()} />}
              {!rule || !start ? <Nothing why={say('pickRule')} /> : null}
              {answer.data && chosen && start && <DeadlineAnswer answer={answer.data} rule={chosen} zone={zone} />}
            </>
          );
        }}
      </Reading>
    </>
  );
}

/** 采取必要措施时限 · 电子商务法 第四十二条 · 48 小时. */
function ruleWords({ label, source, duration }: Rule): string {
  const language = currentLanguage();
  const law = (language === 'en' && source.lawEn) || source.law;
  return `${label[language]} · ${duration[language]} · ${law} ${source.article}`;
}
