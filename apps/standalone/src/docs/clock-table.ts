import { type ClockRule, expiryLabels, pauseLabels, startLabels } from '#law';
import { type Glossary, wordIn } from './glossary.js';
import { both, cite, code } from './markdown.js';

export const clockHead = [
  'clock',
  '名称',
  'name',
  '施行 in force',
  '起算 from',
  '长度 length',
  '暂停 pausable',
  '上限 cap',
  '届满 at expiry',
  '责任方 owed by',
  '依据 basis',
  '出处 source',
  '备注 note',
];

/** One row of law.md §3. */
export function clockRow(rule: ClockRule, glossary: Glossary): string[] {
  const unit = wordIn(glossary, 'Clock units');
  const basis = wordIn(glossary, 'Grounds of a clock');
  const owedBy = wordIn(glossary, 'Who owes a clock');
  const length = (count: number, of: ClockRule['unit']) => `${count} ${unit(of).zh} ${code(of)}`;
  return [
    `${code(rule.id)} v${rule.version}`,
    rule.label.zh,
    rule.label.en,
    rule.validFrom,
    both(startLabels[rule.startsOn]),
    [length(rule.length, rule.unit), rangeOf(rule), rule.rolls ? '顺延 rolls' : ''].filter(Boolean).join('；'),
    both(pauseLabels[rule.pausable]),
    rule.cap ? length(rule.cap.length, rule.cap.unit) : '',
    both(expiryLabels[rule.atExpiry]),
    both(owedBy(rule.owedBy)),
    `${basis(rule.basis).zh} ${code(rule.basis)}`,
    cite(rule.source),
    [rule.note, scopeOf(rule, glossary)].filter(Boolean).join('；'),
  ];
}

function rangeOf({ range }: ClockRule): string {
  if (!range) return '';
  if (range.min === undefined) return `≤ ${range.max}`;
  return range.max === undefined ? `≥ ${range.min}` : `${range.min}–${range.max}`;
}

/** For which notices alone, beside the regime that stands in the id. */
function scopeOf({ scope }: ClockRule, glossary: Glossary): string {
  if (!scope) return '';
  const service = wordIn(glossary, 'Service types');
  const category = wordIn(glossary, 'Work categories');
  return [
    ...(scope.workCategories ?? []).map((word) => `${code(word)} ${category(word).zh}`),
    ...(scope.serviceTypes ?? []).map((word) => `${code(word)} ${service(word).zh}`),
    ...(scope.contentTypes ?? []).map(code),
    ...(scope.onWarningList ? ['预警名单在册作品 on a warning list in force'] : []),
  ].join('、');
}
