import { typefaces } from './faces.js';
import type { NoticeFormData } from './form-data.js';
import { footOf, guaranteeOf, instantInWords, rareCharactersOf, regimeInWords } from './form-ends.js';
import { FormOutline, type OutlineSection } from './form-outline.js';
import { FormRows } from './form-rows.js';
import {
  agentFields,
  type Form,
  forwardedPartyFields,
  labelled,
  partyFields,
  proofsOf,
  providerOf,
  siteOf,
  targetsOf,
  titleOf,
  worksOf,
} from './form-sections.js';
import { codeInWords, wordsOf } from './form-words.js';
import { drawSheets, ink } from './sheet.js';
import { drawing } from './drawing.js';
import { Typesetter } from './typesetter.js';

/**
 * The form of the National Copyright Administration 《要求删除或断开链接侵权网络内容的通知》 as a PDF (law.md §2), or the
 * copy of it that a platform passes to its user. The same data give the same bytes. Throws `Problem('unavailable')`
 * when too many documents are being drawn.
 */
export function noticeForm(data: NoticeFormData): Promise<Buffer> {
  return drawing.take(() => draw(data));
}

/** The same form as plain data, section by section. */
export async function noticeOutline(data: NoticeFormData): Promise<OutlineSection[]> {
  const words = wordsOf(data.language);
  const rows = new FormOutline(words);
  await writeNotice({ rows, words, language: data.language }, data);
  return rows.sections;
}

async function writeNotice(form: Form, data: NoticeFormData): Promise<void> {
  const { rows, words, language } = form;
  const served = data.servedAt ? instantInWords(data.servedAt, language, words) : words('notServed');
  const isForwarded = data.copy === 'forwarded';

  if (isForwarded) rows.paragraph([[words('forwardedCopy'), { face: 'bold', size: 11, color: ink.alarm }]], 'right');
  titleOf(form, 'noticeTitle', wordsOf('zh')('noticeTitle'));
  rows.ends(labelled(form, 'number', data.number), labelled(form, 'served', served), { size: 8.5 });
  const received = labelled(form, 'received', instantInWords(data.receivedAt, language, words));
  rows.ends(data.complaintNumber ? labelled(form, 'complaintNumber', data.complaintNumber) : '', received, {
    size: 8.5,
  });
  rows.gap(4);
  providerOf(form, data.provider);
  partiesOf(form, data);
  siteOf(form, data.site);
  rows.bar(words('content'), true);
  rows.fields([{ label: words('ground'), value: codeInWords(data.ground, language) }]);
  worksOf(form, data.works);
  rows.bar(words('addresses'), true);
  await targetsOf(form, data.targets);
  rows.bar(words('facts'), true);
  if (data.proofs.length > 0) await proofsOf(form, data.proofs);
  else rows.box([isForwarded ? [words('noProof')] : rows.value({ value: null, isMandatory: true })]);
  demandOf(form, data);
  const { accuracy, goodFaith, perjury } = data.statements;
  const declared = [accuracy && words('accuracy'), goodFaith && words('goodFaith'), perjury && words('perjury')];
  const signature = isForwarded && data.signature ? words('signed') : data.signature;
  guaranteeOf(form, declared, signature, data.signedAt);
  rows.gap(2);
  rows.paragraph([[words('mandatory'), { size: 7.5, color: ink.quiet }]]);
  if (isForwarded) answerOf(form, data);
}

async function draw(data: NoticeFormData): Promise<Buffer> {
  const faces = await typefaces();
  const { language } = data;
  const words = wordsOf(language);
  const setter = new Typesetter(faces);
  const rows = new FormRows(setter, words);
  const form: Form = { rows, words, language };
  await writeNotice(form, data);
  const served = data.servedAt ? instantInWords(data.servedAt, language, words) : words('notServed');
  const isForwarded = data.copy === 'forwarded';

  rareCharactersOf(form, setter);

  const title = `${words('noticeTitle')} ${data.number}`;
  const foot = footOf(form, setter, [
    [
      labelled(form, 'number', data.number),
      ...(isForwarded ? [words('forwardedCopy')] : []),
      labelled(form, 'served', served),
    ].join(' · '),
    labelled(form, 'regime', regimeInWords(data.regime)),
    ...(data.receiptSha256 ? [labelled(form, 'receiptSha256', data.receiptSha256)] : []),
  ]);
  const author = data.agent?.name || data.rightsHolder.name || '';
  const at = data.servedAt ?? data.receivedAt;
  return drawSheets({ title, author, language: language === 'zh' ? 'zh-CN' : 'en', at, rows: rows.rows, foot }, faces);
}

function partiesOf(form: Form, { copy, rightsHolder, agent }: NoticeFormData): void {
  const { rows, words } = form;
  rows.bar(words('rightsHolder'));
  if (copy === 'forwarded') {
    rows.fields(forwardedPartyFields(form, rightsHolder));
    if (agent) {
      rows.bar(words('agent'));
      rows.fields([{ label: words('name'), value: agent.name, isMandatory: true, isLong: true }]);
    }
    rows.box([[words('withheld'), { size: 8, color: ink.quiet }]]);
    return;
  }
  rows.fields(partyFields(form, rightsHolder));
  rows.bar(words('agent'));
  if (agent) rows.fields(agentFields(form, agent));
  else rows.box([[words('noAgent'), { color: ink.quiet }]]);
}

/** Squares, because the typeface has no ballot box: ■ is what is demanded. */
function demandOf({ rows, words }: Form, { demand }: NoticeFormData): void {
  rows.bar(words('demand'), true);
  const choices = (['remove', 'delink', 'disable'] as const).map(
    (choice) => `${choice === demand ? '■' : '□'} ${words(choice)}`,
  );
  rows.box([[choices.join('    ')], ...(demand ? [] : [rows.value({ value: null, isMandatory: true })])]);
}

function answerOf({ rows, words }: Form, { counterElements = [] }: NoticeFormData): void {
  rows.gap(8);
  rows.bar(words('howToAnswer'));
  rows.box([
    [words('howToAnswerText')],
    ...counterElements.map(({ label }, index) => [`${index + 1}. ${label}`] as [string]),
    [words('howToAnswerEnd'), { color: ink.quiet }],
  ]);
}
