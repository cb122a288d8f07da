import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escalationEvents, escalationReasons, escalationStates } from '#escalations';
import { organizationKinds, roles, scopes } from '#identity';
import * as law from '#law';
import {
  conditions,
  counterNoticeStates,
  itemStates,
  lifecycle,
  noticeOutcomes,
  noticeStates,
  parties,
  targetOutcomes,
} from '#notices';
import { authenticities, mailFindings, mailKinds } from '#inbound-mail';
import { mailServiceStates } from '#mail';
import { deadLetterKinds } from '#operations';
import { workbenchKeys } from '#statistics';
import { contentTypes } from '#targets';
import { disabledBecause, receiverCheckNames, signatureSchemes, webhookEventTypes } from '#webhooks';
import * as works from '#works';
import { readGlossary } from '../../apps/standalone/src/docs/glossary.js';
import { vocabulary } from '../../apps/api/src/law/vocabulary.js';
import { updateTypes } from '../../apps/api/src/live/update.views.js';
import { readTree, root } from './source-tree.js';

const migrations = readTree('migrations').map(({ text }) => text);

/** The values that a named constraint of the database lets in. */
function valuesOf(constraint: string): string[] {
  for (const text of migrations) {
    const values = new RegExp(`constraint ${constraint}\\s+check \\(\\w+ in \\(([^)]*)\\)`).exec(text)?.[1];
    if (values) return [...values.matchAll(/'([^']+)'/g)].map((match) => match[1]!);
  }
  throw new Error(`no migration names the constraint ${constraint}`);
}

/** Every event type that a library writes: texts of the form `matter.past_tense`. */
function writtenEvents(): string[] {
  const pattern =
    /'((?:complaint|notice|item|counter_notice|proceeding|order|deadline|escalation|platform|target|authorization|warning_list|webhook_endpoint|dead_letter)\.[a-z_]+)'/g;
  const texts = readTree('libs').filter(({ path }) => !path.endsWith('.spec.ts'));
  return [...new Set(texts.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1]!)))];
}

const announced: readonly string[] = webhookEventTypes;

const lists: Array<[heading: string, values: readonly string[]]> = [
  ['Organization kinds', organizationKinds],
  ['Roles', roles],
  ['Scopes', scopes],
  ['Service types', law.serviceTypes],
  ['Regimes', law.regimeIds],
  ['Grounds', law.grounds],
  ['Rights', law.rights],
  ['Work categories', law.workCategories],
  ['Content types', contentTypes],
  ['Evidence kinds', law.evidenceKinds],
  ['Required elements', law.elementIds],
  ['Counter-notice elements', law.counterElementIds],
  ['Complaint states', valuesOf('complaints_state')],
  ['Target outcomes', targetOutcomes],
  ['Notice states', noticeStates],
  ['Notice outcomes', noticeOutcomes],
  ['Item states', itemStates],
  ['Item events', Object.keys(lifecycle)],
  ['Item parties', parties],
  ['Conditions', conditions],
  ['Dispositions', law.dispositions],
  ['Refusal reasons', law.refusalReasons],
  ['Counter-notice reasons', law.counterReasons],
  ['Counter-notice states', counterNoticeStates],
  ['Proceeding kinds', law.proceedingKinds],
  ['Proceeding results', valuesOf('proceedings_result')],
  ['Order directions', valuesOf('orders_direction')],
  ['Forwarding methods', valuesOf('forwardings_method')],
  ['Clock kinds', [...new Set(law.clockRules.map(({ kind }) => kind))]],
  ['Clock units', law.clockUnits],
  ['Grounds of a clock', law.bases],
  ['Clock states', valuesOf('deadlines_state')],
  ['Who owes a clock', valuesOf('deadlines_owed_by')],
  ['Tiers', valuesOf('deadlines_tier')],
  ['Escalation states', escalationStates],
  ['Escalation events', escalationEvents],
  ['Escalation reasons', escalationReasons],
  ['Events', announced],
  ['Events of the log alone', writtenEvents().filter((type) => !announced.includes(type))],
  ['Updates of the stream alone', updateTypes],
  ['Workbench', [...new Set(workbenchKeys)]],
  ['Work states', valuesOf('works_state')],
  ['Authorization states', works.authorizationShownStates],
  ['Authorization acts', Object.keys(works.authorizationActs)],
  ['Granted rights', works.grantedRightNames],
  ['Warning list duties', works.warningListDutyCodes],
  ['Identifier schemes', Object.keys(works.identifierSchemes)],
  ['Delivery states', valuesOf('webhook_deliveries_state')],
  ['Endpoint states', valuesOf('webhook_endpoints_state')],
  ['Reasons of a disabled endpoint', disabledBecause],
  ['Signature schemes', signatureSchemes],
  ['Receiver checks', receiverCheckNames],
  ['Letter states', valuesOf('letters_state')],
  ['Mail service states', mailServiceStates],
  ['Kinds of incoming mail', mailKinds],
  ['Findings on incoming mail', mailFindings],
  ['Authenticity of incoming mail', authenticities],
  ['Dead letter kinds', deadLetterKinds],
];

const text = readFileSync(join(root, 'docs/language.md'), 'utf8');
const glossary = readGlossary(text);

it.each(lists)('the glossary and the code have the same words for: %s', (heading, values) => {
  expect((glossary.get(heading) ?? []).map(({ code }) => code).sort()).toEqual([...values].sort());
});

it('lifecycle rows use the words of these lists alone', () => {
  const rows: ReadonlyArray<{ by: readonly string[]; moves: ReadonlyArray<object> }> = Object.values(lifecycle);
  const moves = rows.flatMap((row) => row.moves) as Array<{
    from: string[];
    to: string;
    when?: string[];
    unless?: string[];
  }>;
  const used = (words: string[], heading: string) =>
    words.filter((word) => !glossary.get(heading)!.some(({ code }) => code === word));
  expect(
    used(
      rows.flatMap(({ by }) => by),
      'Item parties',
    ),
  ).toEqual([]);
  expect(
    used(
      moves.flatMap(({ when = [], unless = [] }) => [...when, ...unless]),
      'Conditions',
    ),
  ).toEqual([]);
  expect(
    used(
      moves.flatMap(({ from, to }) => [...from, to]),
      'Item states',
    ).sort(),
  ).toEqual(moves.flatMap(({ to }) => (to === 'same' || to === 'before' ? [to] : [])).sort());
});

const labels: Array<[heading: string, labels: Readonly<Record<string, law.Label>>]> = [
  ['Rights', law.rightLabels],
  ['Dispositions', law.dispositionLabels],
  ['Refusal reasons', law.refusalReasonLabels],
  ['Counter-notice reasons', law.counterReasonLabels],
  ['Proceeding kinds', law.proceedingKindLabels],
  ['Required elements', law.elementLabels],
  ['Counter-notice elements', law.counterElementLabels],
];

it.each(labels)('documents call it what the glossary calls it: %s', (heading, labelled) => {
  const told = glossary.get(heading)!.map(({ code, zh, en }) => [code, { zh, en: en.replace("'", '’') }]);
  expect(Object.fromEntries(told)).toEqual(labelled);
});

/** Where the console reads the words of a table: the member of GET /v1/vocabulary; null for what no answer says. */
const spoken: Readonly<Record<string, keyof typeof vocabulary | null>> = {
  'Organization kinds': 'organizationKinds',
  Roles: 'roles',
  Scopes: 'scopes',
  'Service types': 'serviceTypes',
  Regimes: 'regimes',
  Grounds: 'grounds',
  Rights: 'rights',
  'Work categories': 'workCategories',
  'Content types': 'contentTypes',
  'Evidence kinds': 'evidenceKinds',
  'Required elements': 'elements',
  'Counter-notice elements': 'counterElements',
  'Complaint states': 'complaintStates',
  'Target outcomes': 'targetOutcomes',
  'Notice states': 'noticeStates',
  'Notice outcomes': 'noticeOutcomes',
  'Item states': 'itemStates',
  'Item events': 'itemEvents',
  'Item parties': 'itemParties',
  Conditions: null,
  Dispositions: 'dispositions',
  'Refusal reasons': 'refusalReasons',
  'Counter-notice reasons': 'counterReasons',
  'Counter-notice states': 'counterNoticeStates',
  'Proceeding kinds': 'proceedingKinds',
  'Proceeding results': 'proceedingResults',
  'Order directions': 'orderDirections',
  'Forwarding methods': 'forwardingMethods',
  'Clock kinds': 'clockKinds',
  'Clock units': 'clockUnits',
  'Grounds of a clock': 'bases',
  'Clock states': 'clockStates',
  'Who owes a clock': 'owedBy',
  Tiers: 'tiers',
  'Escalation states': 'escalationStates',
  'Escalation events': 'escalationEvents',
  'Escalation reasons': 'escalationReasons',
  Events: 'events',
  'Events of the log alone': 'events',
  'Updates of the stream alone': null,
  Workbench: null,
  'Reasons of a disabled endpoint': null,
  'Signature schemes': null,
  'Receiver checks': null,
  'Work states': 'workStates',
  'Authorization states': 'authorizationStates',
  'Authorization acts': 'authorizationActs',
  'Granted rights': 'grantedRights',
  'Warning list duties': 'warningListDuties',
  'Identifier schemes': 'identifierSchemes',
  'Delivery states': 'deliveryStates',
  'Endpoint states': 'endpointStates',
  'Letter states': 'letterStates',
  'Mail service states': 'mailServiceStates',
  'Kinds of incoming mail': 'inboundMailKinds',
  'Findings on incoming mail': 'inboundMailFindings',
  'Authenticity of incoming mail': 'inboundMailAuthenticity',
  'Dead letter kinds': 'deadLetterKinds',
};

it('the API speaks every word of the glossary, in the same Chinese', () => {
  for (const [heading, terms] of glossary) {
    if (heading === 'Words') continue;
    expect(spoken).toHaveProperty([heading]);
    const list = spoken[heading];
    if (!list) continue;
    const words: Readonly<Record<string, law.Label>> = vocabulary[list];
    const told = Object.fromEntries(terms.map(({ code, zh }) => [code, zh]));
    const said = Object.fromEntries(terms.map(({ code }) => [code, words[code]?.zh]));
    expect({ [heading]: said }).toEqual({ [heading]: told });
    if (list !== 'events') expect(Object.keys(words).sort()).toEqual(terms.map(({ code }) => code).sort());
  }
  expect(Object.keys(vocabulary.events).sort()).toEqual(
    ['Events', 'Events of the log alone'].flatMap((name) => glossary.get(name)!.map(({ code }) => code)).sort(),
  );
});

it('every list of the glossary is held against the code', () => {
  expect([...glossary.keys()].sort()).toEqual(['Words', ...lists.map(([heading]) => heading)].sort());
});

it('every word has its Chinese and its English, and is told once', () => {
  for (const [heading, terms] of glossary) {
    for (const { code, zh, en } of terms) {
      expect(`${heading} ${code}: ${zh}`).toMatch(/: .*\p{Script=Han}/u);
      expect(`${heading} ${code}: ${en}`).toMatch(/: .*\w/);
    }
    expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
  }
});

it('a missing word is seen', () => {
  const without = readGlossary(text.replace(/^\| `restore_due`.*\n/m, ''));
  expect(without.get('Item states')!.map(({ code }) => code)).not.toContain('restore_due');
});
