import {
  clockRules,
  counterReasonLabels,
  counterReasons,
  dispositionLabels,
  dispositions,
  type Label,
  proceedingKindLabels,
  proceedingKinds,
  refusalReasonLabels,
  refusalReasons,
  regimeIds,
  regimes,
  rightLabels,
  rights,
} from '#law';
import { clockRow, clockHead } from './clock-table.js';
import type { Glossary } from './glossary.js';
import { cite, code, heading, table } from './markdown.js';
import { regimeSection } from './regime-section.js';

/** docs/law.md: what the product takes the law to say, all of it read off libs/law. */
export function lawDocument(glossary: Glossary): string {
  const all = regimeIds.map((id) => regimes[id]);
  return [
    ...heading({ zh: '法律数据', en: 'The law as data' }, 'libs/law'),
    '每条规则都有编号、版本、施行日期、出处和依据。通知送达时固定适用规则及其版本，此后新增版本不影响已送达的通知。',
    'Every rule has an id, a version, a date, a source and a basis. A notice is pinned to its regime and version when it is served; a later version leaves it alone.',
    table(
      ['basis', '依据', 'what the number rests on'],
      (glossary.get('Grounds of a clock') ?? []).map((term) => [code(term.code), term.zh, term.en]),
    ),
    '## 适用规则 Regimes',
    table(
      ['regime', 'version', '施行 in force', '名称', 'name', '出处 source', '适用于', 'applies to'],
      all.map(({ id, version, validFrom, label, source, applicability: { covers } }) => [
        code(id),
        String(version),
        validFrom,
        label.zh,
        label.en,
        cite(source),
        covers.zh,
        covers.en,
      ]),
    ),
    ...all.flatMap((regime) => regimeSection(regime, glossary)),
    '## 时限 Clocks',
    '一日以北京时间 24 时为止（`us.*` 按平台所在时区）；未标“顺延”的，期限届满日遇休息日不顺延。',
    'Days end at 24:00 in Beijing, under `us.*` in the platform’s zone. Where “rolls” is not said, a last day on a rest day stays.',
    table(
      clockHead,
      clockRules.map((rule) => clockRow(rule, glossary)),
    ),
    ...vocabulary(),
    '## 引用的法律 Laws cited',
    table(['中文', 'English'], lawsCited()),
  ]
    .join('\n\n')
    .concat('\n');
}

function vocabulary(): string[] {
  const list = <Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, Label>>) =>
    table(
      ['code', '中文', 'English'],
      codes.map((word) => [code(word), labels[word].zh, labels[word].en]),
    );
  return [
    '## 处置 Dispositions',
    '“✓”：在该规则下足以履行采取措施的义务。 ✓: discharges the duty to act under that regime.',
    table(
      ['code', '中文', 'English', ...regimeIds.map(code)],
      dispositions.map((word) => [
        code(word),
        dispositionLabels[word].zh,
        dispositionLabels[word].en,
        ...regimeIds.map((id) => (regimes[id].sufficientDispositions.includes(word) ? '✓' : '')),
      ]),
    ),
    '## 拒绝理由 Refusal reasons',
    '附理由的拒绝不构成逾期。 A refusal with reasons is no breach.',
    list(refusalReasons, refusalReasonLabels),
    '## 反通知理由 Counter-notice reasons',
    list(counterReasons, counterReasonLabels),
    '## 程序 Proceedings',
    list(proceedingKinds, proceedingKindLabels),
    '## 权利 Rights',
    '著作权法 第10条第1款第5至17项；人身权归入“其他权利”。 Copyright Law art 10(1)(5)–(17); moral rights are `other`.',
    list(rights, rightLabels),
  ];
}

/** Each law once, in the order in which the rows name them. */
function lawsCited(): string[][] {
  const all = regimeIds.map((id) => regimes[id]);
  const asked = all.flatMap((regime) => [...regime.requiredElements, ...regime.counterElements]);
  const names = [...all, ...asked, ...clockRules].map(({ source }) => [source.law, source.lawEn ?? ''] as const);
  return [...new Map(names)].map((row) => [...row]);
}
