import type {
  FormAgent,
  FormLanguage,
  FormParty,
  FormProof,
  FormProvider,
  FormSite,
  FormTarget,
  FormWork,
  Text,
} from './form-data.js';
import type { Field, FormSheet, Passage } from './form-rows.js';
import { codeInWords, type Word, type Words } from './form-words.js';
import { bodyWidth, ink } from './sheet.js';
import type { Style } from './typesetter.js';

/** What both forms are made of. */
export interface Form {
  rows: FormSheet;
  words: Words;
  language: FormLanguage;
}

const small: Style = { size: 8 };
const quiet: Style = { size: 7.5, color: ink.quiet };
const must = true;

/** 编号：N-2026-000001 */
export function labelled({ words, language }: Pick<Form, 'words' | 'language'>, label: Word, value: string): string {
  return `${words(label)}${language === 'zh' ? '：' : ': '}${value}`;
}

export function titleOf({ rows, words }: Form, title: 'noticeTitle' | 'counterTitle', chinese: string): void {
  const isChinese = words(title) === chinese;
  rows.paragraph([[words(title), { face: 'bold', size: isChinese ? 17 : 14 }]], 'center');
  if (!isChinese) rows.paragraph([[chinese, { size: 10.5, color: ink.quiet }]], 'center');
  rows.gap(6);
}

export function providerOf({ rows, words }: Form, provider: FormProvider): void {
  rows.bar(words('provider'));
  rows.fields([
    { label: words('providerName'), value: provider.name, isMandatory: must, isLong: true },
    { label: words('address'), value: provider.address, isLong: true },
    { label: words('postcode'), value: provider.postcode },
    { label: words('phone'), value: provider.phone },
    { label: words('email'), value: provider.email },
    { label: words('fax'), value: provider.fax },
    { label: words('domain'), value: provider.domain, isLong: true },
  ]);
}

export function partyFields({ words, language }: Form, party: FormParty): Field[] {
  return [
    { label: words('name'), value: party.name, isMandatory: must, isLong: true },
    { label: words('idType'), value: party.idType && codeInWords(party.idType, language), isMandatory: must },
    { label: words('idNumber'), value: party.idNumber, isMandatory: must },
    { label: words('legalRepresentative'), value: party.legalRepresentative, isMandatory: must },
    { label: words('contact'), value: party.contact, isMandatory: must },
    { label: words('address'), value: party.address, isMandatory: must, isLong: true },
    { label: words('postcode'), value: party.postcode, isMandatory: must },
    { label: words('phone'), value: party.phone, isMandatory: must },
    { label: words('mobile'), value: party.mobile },
    { label: words('fax'), value: party.fax },
    { label: words('email'), value: party.email, isMandatory: must, isLong: true },
  ];
}

/** What a user may know of the persons behind a notice (domain.md §5); nothing else is even looked at. */
export function forwardedPartyFields({ words }: Form, party: FormParty): Field[] {
  return [
    { label: words('name'), value: party.name, isMandatory: must, isLong: true },
    { label: words('contact'), value: party.contact, isMandatory: must },
    { label: words('email'), value: party.email },
  ];
}

export function agentFields(form: Form, agent: FormAgent): Field[] {
  const authorization = {
    label: form.words('authorization'),
    value: agent.authorization,
    isMandatory: must,
    isLong: must,
  };
  return [...partyFields(form, agent), authorization];
}

export function siteOf({ rows, words }: Form, site: FormSite): void {
  rows.bar(words('site'));
  rows.fields([
    { label: words('domain'), value: site.domain, isMandatory: must, isLong: true },
    { label: words('icpNumber'), value: site.icpNumber },
    { label: words('ip'), value: site.ip, isMandatory: must },
    { label: words('phone'), value: site.phone },
    { label: words('fax'), value: site.fax },
    { label: words('email'), value: site.email, isLong: true },
  ]);
}

export function worksOf({ rows, words, language }: Form, works: readonly FormWork[]): void {
  rows.box(
    works.flatMap((work): Passage[] => {
      const category = work.category ? codeInWords(work.category, language) : null;
      const details = [
        ...(work.registrationNumber ? [`${words('registration')} ${work.registrationNumber}`] : []),
        ...Object.entries(work.identifiers ?? {}).map(([kind, value]) => `${kind.toUpperCase()} ${value}`),
        ...(work.originalUrls ?? []).map((url) => `${words('licensed')} ${url}`),
      ];
      const named = language === 'zh' ? `《${work.title}》` : work.title;
      const kind = category === null ? '' : language === 'zh' ? `（${category}）` : ` (${category})`;
      return [[named + kind], ...details.map((detail): Passage => [detail, quiet])];
    }),
  );
}

export async function targetsOf(form: Form, targets: readonly FormTarget[]): Promise<void> {
  const { rows, words, language } = form;
  const columns = [
    { label: words('row'), width: 32, align: 'center' as const },
    { label: words('target'), width: bodyWidth - 32 - 128 - 122 },
    { label: words('workAndRight'), width: 128 },
    { label: words('description'), width: 122 },
  ];
  const note = (label: Word, value: Text): Passage[] => (value ? [[labelled(form, label, value), quiet]] : []);
  await rows.table(
    columns,
    targets.map((target, index) => [
      [[String(index + 1), small]],
      [
        [target.raw, small],
        ...(target.url && target.url !== target.raw ? note('url', target.url) : []),
        ...note('canonicalId', target.canonicalId),
        ...note('accessCode', target.accessCode),
        ...note('account', target.account),
      ],
      [[target.work, small], ...(target.right ? [[codeInWords(target.right, language), quiet] satisfies Passage] : [])],
      [[target.description || words('none'), small]],
    ]),
  );
}

export async function proofsOf({ rows, words, language }: Form, proofs: readonly FormProof[]): Promise<void> {
  const columns = [
    { label: words('row'), width: 32, align: 'center' as const },
    { label: words('proofKind'), width: 76, align: 'center' as const },
    { label: words('proof'), width: bodyWidth - 32 - 76 },
  ];
  await rows.table(
    columns,
    proofs.map((proof, index) => [
      [[String(index + 1), small]],
      [[codeInWords(proof.kind, language), small]],
      [
        ...[proof.text, proof.url].flatMap((text): Passage[] => (text ? [[text, small]] : [])),
        ...(proof.file ? fileOf(words, proof.file) : []),
      ],
    ]),
  );
}

function fileOf(words: Words, { name, sha256, id }: NonNullable<FormProof['file']>): Passage[] {
  const named: Passage = [`${words('file')} ${name ?? id ?? ''}`.trim(), small];
  return sha256 ? [named, [`SHA-256 ${sha256}`, quiet]] : [named];
}
