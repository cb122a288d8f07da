import type { CounterDraft } from './counter-draft.js';
import type { Fault } from './elements.js';
import { anyFilled, holdsSomething, isFilled } from './filled.js';
import type { Label } from './source.js';

export const counterElementIds = [
  'name',
  'contact',
  'address',
  'phone',
  'identity',
  'statement',
  'reasons',
  'location',
  'proof',
  'truthfulness',
  'perjury',
  'jurisdiction',
  'signature',
] as const;
export type CounterElementId = (typeof counterElementIds)[number];

/** What satisfies each element of a counter-notice (null); which regime asks for which stands with the regime. */
export const counterElements: Readonly<Record<CounterElementId, (counter: CounterDraft) => Fault | null>> = {
  name: needs('name', ({ respondent }) => isFilled(respondent.name), {
    zh: '缺少服务对象（用户）的姓名（名称）',
    en: 'The name of the user is missing',
  }),
  contact: needs('contact', ({ respondent: { contact, email, phone } }) => anyFilled(contact, email, phone), {
    zh: '缺少服务对象（用户）的联系方式',
    en: 'A way to contact the user is missing',
  }),
  address: needs('address', ({ respondent }) => isFilled(respondent.address), {
    zh: '缺少服务对象（用户）的地址',
    en: 'The address of the user is missing',
  }),
  phone: needs('phone', ({ respondent: { phone, contact } }) => isFilled(phone) || hasDigits(contact), {
    zh: '缺少服务对象（用户）的电话号码',
    en: 'The telephone number of the user is missing',
  }),
  // A name that the platform knows is not enough: the rights holder must be able to sue the person.
  identity: needs(
    'identity',
    ({ respondent, evidence }) =>
      (isFilled(respondent.idType) && isFilled(respondent.idNumber)) ||
      evidence.some((entry) => entry.kind === 'identity' && holdsSomething(entry)),
    {
      zh: '缺少用户的真实身份信息：请填写证件类型和号码，或提交身份证明材料',
      en: 'The real identity of the user is missing: give the type and number of a document, or identity evidence',
    },
  ),
  statement: needs('statement', ({ statement }) => isFilled(statement), {
    zh: '缺少不侵权的书面说明（声明）',
    en: 'The written statement that nothing is infringed is missing',
  }),
  reasons: needs(
    'reasons',
    ({ statement, reasonCode }) => isFilled(statement) || (isFilled(reasonCode) && reasonCode !== 'other'),
    { zh: '缺少异议的理由', en: 'The reasons of the objection are missing' },
  ),
  location: needs('location', ({ targetCount }) => targetCount > 0, {
    zh: '没有指明要求恢复的内容及其网络地址',
    en: 'The content to be restored and its address are not named',
  }),
  proof: needs(
    'proof',
    ({ evidence }) => evidence.some((entry) => entry.kind !== 'identity' && holdsSomething(entry)),
    {
      zh: '缺少不构成侵权的初步证明材料（如权属证明、授权证明）',
      en: 'Prima facie proof that nothing is infringed is missing, such as proof of ownership or a licence',
    },
  ),
  // That the user answers for the truth is the law's own word (条例 16 第2款), so silence is no fault: disowning it is.
  truthfulness: needs('truthfulness', ({ statements }) => statements?.accuracy !== false, {
    zh: '用户声明不对书面说明的真实性负责',
    en: 'The user does not answer for the truth of the statement',
  }),
  perjury: needs('perjury', ({ statements }) => statements?.perjury === true, {
    zh: '缺少“善意相信内容因错误或误认被移除，如有虚假愿受伪证处罚”的声明',
    en: 'The statement of a good-faith belief in a mistake, under penalty of perjury, is missing',
  }),
  jurisdiction: needs('jurisdiction', ({ statements }) => statements?.jurisdiction === true, {
    zh: '缺少同意美国联邦法院管辖并接受送达的声明',
    en: 'The consent to the jurisdiction of a federal court and to service of process is missing',
  }),
  signature: needs('signature', ({ statements }) => isFilled(statements?.signature), {
    zh: '缺少签名或盖章',
    en: 'The signature or seal is missing',
  }),
};

function needs(element: CounterElementId, isSatisfied: (counter: CounterDraft) => boolean, detail: Label) {
  const missing: Fault = { code: `${element}_missing`, detail };
  return (counter: CounterDraft) => (isSatisfied(counter) ? null : missing);
}

/** `contact` is free text and often is the number itself. */
function hasDigits(text: string | null | undefined): boolean {
  return (text?.match(/\d/g)?.length ?? 0) >= 7;
}
