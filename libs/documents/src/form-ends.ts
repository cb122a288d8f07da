import type { Row } from './domain/row.js';
import type { FormLanguage, FormRegime, Text } from './form-data.js';
import type { Passage } from './form-rows.js';
import type { Form } from './form-sections.js';
import type { Words } from './form-words.js';
import { bodyWidth, ink } from './sheet.js';
import type { Typesetter } from './typesetter.js';

/** Beijing time, in which the law of these forms counts: 2026年11月25日 11:20:50（北京时间）. */
export function instantInWords(at: Date, language: FormLanguage, words: Words): string {
  const { year, month, day, ...clock } = beijing(at);
  const time = `${clock.hour}:${clock.minute}:${clock.second}`;
  return language === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日 ${time}（${words('beijing')}）`
    : `${year}-${month}-${day} ${time} (${words('beijing')})`;
}

export function dateInWords(at: Date, language: FormLanguage): string {
  const { year, month, day } = beijing(at);
  return language === 'zh' ? `${year}年${Number(month)}月${Number(day)}日` : `${year}-${month}-${day}`;
}

function beijing(at: Date) {
  const [date, time] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T') as [string, string];
  const [year, month, day] = date.split('-') as [string, string, string];
  const [hour, minute, second] = time.slice(0, 8).split(':') as [string, string, string];
  return { year, month, day, hour, minute, second };
}

/** The law alone where its name is the regime's own. */
export function regimeInWords({ label, law }: FormRegime): string {
  return law.startsWith(label) ? law : `${label} · ${law}`;
}

/** Declarations, signature and date close a form. */
export function guaranteeOf(
  { rows, words, language }: Form,
  declared: ReadonlyArray<string | false | undefined>,
  signature: Text,
  signedAt: Date | null,
): void {
  rows.bar(words('guarantee'), true);
  const given = declared.flatMap((text): Passage[] => (text ? [[text]] : []));
  rows.box(given.length > 0 ? given : [rows.value({ value: null, isMandatory: true })]);
  rows.fields([
    { label: words('signature'), value: signature, isMandatory: true },
    { label: words('date'), value: signedAt && dateInWords(signedAt, language), isMandatory: true },
  ]);
}

/** Which characters could not be set as they are; nothing where there are none. */
export function rareCharactersOf({ rows, words }: Form, setter: Typesetter): void {
  const rare = setter.rareCharacters();
  if (rare.length === 0) return;
  rows.gap(8);
  rows.paragraph([[words('rareTitle'), { face: 'bold', size: 8.5 }]], 'left', true);
  rows.paragraph([
    [words('rareText'), { size: 8, color: ink.quiet }],
    [rare.join('  '), { size: 8 }],
  ]);
}

/** The foot of each page: what the sheet belongs to, and which of how many it is. */
export function footOf(
  { words }: Form,
  setter: Typesetter,
  facts: readonly string[],
): (page: number, pages: number) => Row[] {
  const style = { size: 7, color: ink.quiet };
  const factsWidth = bodyWidth - 90;
  const lines = facts.flatMap((fact) => setter.lines(fact, factsWidth, style));
  return (page, pages) => {
    const number = words('page').replace('{page}', String(page)).replace('{pages}', String(pages));
    return [
      { cells: [{ x: 0, width: bodyWidth, lines: [], fill: ink.line }], isBordered: false, padding: 0.25 },
      {
        cells: [
          { x: 0, width: factsWidth, lines },
          { x: factsWidth, width: 90, lines: setter.lines(number, 90, style), align: 'right' },
        ],
        isBordered: false,
        padding: 3,
      },
    ];
  };
}
