import { clockRule, clockRules } from './clock-rules.js';
import { regimeIds } from './regimes/regime.js';

/** law.md §3 read as a table: id → length, unit, what holds it up, who owes it, what happens at the end. */
const table = `
cn.netdisk.takedown         24 hour            deficiency  platform    breach              departmental
cn.literature.takedown      24 hour            deficiency  platform    breach              departmental
cn.warning_list.takedown     4 hour            no          platform    breach              assumption
cn.reg468.takedown          24 hour            deficiency  platform    breach              assumption
cn.reg468.forward           24 hour            deficiency  platform    breach              assumption
cn.reg468.forward_counter   24 hour            no          platform    breach              assumption
cn.reg468.restore           24 hour            no          platform    breach              assumption
cn.ecl.takedown              3 working_day     deficiency  platform    breach              platform_practice
cn.ecl.forward               3 working_day     deficiency  platform    breach              platform_practice
cn.ecl.forward_counter       1 working_day     no          platform    breach              assumption
cn.civil.forward_counter     1 working_day     no          platform    breach              assumption
cn.ecl.wait                 15 calendar_day    extension   complainant restore_due         statutory
cn.civil.wait               15 calendar_day    extension   complainant restore_due         assumption
cn.ecl.restore               1 working_day     no          platform    breach              assumption
cn.civil.restore             1 working_day     no          platform    breach              assumption
cn.civil.takedown            3 working_day     deficiency  platform    breach              platform_practice
cn.civil.forward             3 working_day     deficiency  platform    breach              platform_practice
us.dmca.takedown             3 us_business_day no          platform    breach              assumption
us.dmca.forward              3 us_business_day no          platform    breach              assumption
us.dmca.forward_counter      1 us_business_day no          platform    breach              assumption
us.dmca.wait                10 us_business_day suit_notice complainant restore_due         statutory
us.dmca.restore             14 us_business_day suit_notice platform    breach              statutory
eu.dsa.confirm              24 hour            no          platform    breach              assumption
eu.dsa.decide                7 calendar_day    no          platform    breach              assumption
sla.acknowledge              1 working_day     no          platform    remind              platform_practice
sla.supplement               5 working_day     no          complainant supplement_lapsed   platform_practice
sla.account_action           3 working_day     no          platform    escalate            platform_practice
cn.evidence.keep            36 month           legal_hold  platform    purge               statutory
cn.admin.accept             15 calendar_day    no          regulator   remind              assumption
cn.admin.decide             90 calendar_day    regulation  regulator   remind              statutory
cn.admin.hearing_request     5 working_day     no          regulator   remind              statutory
cn.admin.hearing_notice      7 working_day     no          regulator   remind              statutory
cn.transfer.approve          3 calendar_day    no          regulator   supervise           statutory
cn.transfer.send            24 hour            no          regulator   supervise           statutory
cn.transfer.police_review    3 calendar_day    no          regulator   supervise           statutory
cn.transfer.reconsider       3 calendar_day    no          regulator   supervise           statutory
`;
const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [string, ...string[]]);

it.each(rows)('%s is %s %s (held up by: %s), owed by the %s, then %s, on ground %s', (id, ...expected) => {
  const rule = clockRule(id);
  expect(rule && [rule.length, rule.unit, rule.pausable, rule.owedBy, rule.atExpiry, rule.basis].map(String)).toEqual(
    expected,
  );
});

it('there is no clock beside the table, and none twice', () => {
  expect(clockRules.map(({ id }) => id).sort()).toEqual(rows.map(([id]) => id).sort());
});

it('an unknown id has no rule', () => {
  expect(clockRule('cn.nothing')).toBeUndefined();
  expect(clockRule('__proto__')).toBeUndefined();
});

it('only the waits of 电子商务法 43 and 民法典 1196 roll off a rest day, and they may reach 20 working days (法释〔2020〕9号 3)', () => {
  expect(clockRules.filter(({ rolls }) => rolls).map(({ id }) => id)).toEqual(['cn.ecl.wait', 'cn.civil.wait']);
  for (const id of ['cn.ecl.wait', 'cn.civil.wait']) {
    expect(clockRule(id)).toMatchObject({ startsOn: 'statement_arrived', cap: { length: 20, unit: 'working_day' } });
  }
});

it('17 USC 512(g)(2)(C): the wait and the restoration start at the same instant', () => {
  expect(clockRule('us.dmca.wait')?.startsOn).toBe('counter_received');
  expect(clockRule('us.dmca.restore')?.startsOn).toBe('counter_received');
});

it('条例 17: restoration counts from the statement, elsewhere from the end of the wait', () => {
  expect(clockRule('cn.reg468.restore')?.startsOn).toBe('counter_received');
  expect(clockRule('cn.ecl.restore')?.startsOn).toBe('restore_due');
  expect(clockRule('cn.civil.restore')?.startsOn).toBe('restore_due');
});

it('every rule is versioned, dated, labelled in both languages and cites its law', () => {
  for (const rule of clockRules) {
    expect(rule).toMatchObject({ version: 1, validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(rule.source.law && rule.source.article && rule.label.zh && rule.label.en).not.toBe('');
    if (rule.basis === 'assumption' && !rule.id.endsWith('forward_counter')) expect(rule.note).toBeDefined();
  }
});

it('a statutory clock stays within the range that its source leaves', () => {
  for (const { length, range } of clockRules) {
    expect(length).toBeGreaterThanOrEqual(range?.min ?? 1);
    expect(length).toBeLessThanOrEqual(range?.max ?? length);
  }
});

it('a clock names only regimes that exist', () => {
  for (const { scope } of clockRules) for (const id of scope?.regimes ?? []) expect(regimeIds).toContain(id);
});
