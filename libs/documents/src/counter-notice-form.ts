import { drawing } from './drawing.js';
import { typefaces } from './faces.js';
import type { CounterNoticeFormData } from './form-data.js';
import { footOf, guaranteeOf, instantInWords, rareCharactersOf, regimeInWords } from './form-ends.js';
import { FormRows, type Passage } from './form-rows.js';
import { type Form, labelled, partyFields, proofsOf, providerOf, targetsOf, titleOf } from './form-sections.js';
import { codeInWords, wordsOf } from './form-words.js';
import { drawSheets, ink } from './sheet.js';
import { Typesetter } from './typesetter.js';

/**
 * The counter form 《要求恢复被删除或断开链接的网络内容的说明》 as a PDF. It mirrors the notice: the official text of this
 * form could not be read at its source (law.md §2, `[?]`), so its order and stars are those of the notice's form and of
 * 信息网络传播权保护条例 第16条. Masking of the author is the caller's: what is in the data is printed.
 */
export function counterNoticeForm(data: CounterNoticeFormData): Promise<Buffer> {
  return drawing.take(() => draw(data));
}

async function draw(data: CounterNoticeFormData): Promise<Buffer> {
  const faces = await typefaces();
  const { language } = data;
  const words = wordsOf(language);
  const setter = new Typesetter(faces);
  const rows = new FormRows(setter, words);
  const form: Form = { rows, words, language };
  const received = instantInWords(data.receivedAt, language, words);

  titleOf(form, 'counterTitle', wordsOf('zh')('counterTitle'));
  rows.ends(labelled(form, 'number', data.number), labelled(form, 'received', received), { size: 8.5 });
  rows.ends(labelled(form, 'noticeNumber', data.noticeNumber), '', { size: 8.5 });
  rows.gap(4);
  providerOf(form, data.provider);
  rows.bar(words('author'));
  rows.fields(partyFields(form, data.author));
  rows.bar(words('restoredAddresses'), true);
  await targetsOf(form, data.targets);
  rows.bar(words('reasonsAndProof'), true);
  rows.fields([
    { label: words('reason'), value: data.reason && codeInWords(data.reason, language), isLong: true },
    { label: words('statement'), value: data.statement, isMandatory: true, isLong: true },
  ]);
  if (data.proofs.length > 0) await proofsOf(form, data.proofs);
  else rows.box([rows.value({ value: null, isMandatory: true })]);
  rows.bar(words('demand'), true);
  rows.box([[`■ ${words('restore')}`] satisfies Passage]);
  const { accuracy, perjury, jurisdiction } = data.statements;
  const declared = [
    accuracy && words('counterAccuracy'),
    perjury && words('perjury'),
    jurisdiction && words('jurisdiction'),
  ];
  guaranteeOf(form, declared, data.signature, data.signedAt);
  rows.gap(2);
  rows.paragraph([[words('mandatory'), { size: 7.5, color: ink.quiet }]]);
  rareCharactersOf(form, setter);

  const foot = footOf(form, setter, [
    [
      labelled(form, 'number', data.number),
      labelled(form, 'noticeNumber', data.noticeNumber),
      labelled(form, 'received', received),
    ].join(' · '),
    labelled(form, 'regime', regimeInWords(data.regime)),
    ...(data.receiptSha256 ? [labelled(form, 'receiptSha256', data.receiptSha256)] : []),
  ]);
  const title = `${words('counterTitle')} ${data.number}`;
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return drawSheets(
    { title, author: data.author.name || '', language: lang, at: data.receivedAt, rows: rows.rows, foot },
    faces,
  );
}
