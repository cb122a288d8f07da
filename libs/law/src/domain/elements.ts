import { anyFilled, holdsSomething, isFilled } from './filled.js';
import type { AuthorizationState, NoticeDraft, PartyDraft } from './notice-draft.js';
import type { Label } from './source.js';
import type { EvidenceKind } from './vocabulary.js';

export const elementIds = [
  'name',
  'contact',
  'address',
  'email',
  'identity',
  'authorization',
  'work',
  'ownership',
  'infringement',
  'explanation',
  'location',
  'truthfulness',
  'good_faith',
  'perjury',
  'signature',
] as const;
export type ElementId = (typeof elementIds)[number];

/** What is wrong with one element of a notice. */
export interface Fault {
  code: string;
  detail: Label;
}

/** What satisfies each element (null) in this product (law.md §2); which regime asks for which stands with the regime. */
export const elements: Readonly<Record<ElementId, (notice: NoticeDraft) => Fault | null>> = {
  name: needs('name', (notice) => isFilled((notice.onBehalfOf ?? notice.complainant).name), {
    zh: '缺少权利人的姓名（名称）',
    en: 'The name of the rights holder is missing',
  }),
  contact: needs(
    'contact',
    (notice) => parties(notice).some((party) => anyFilled(party.contact, party.email, party.phone, party.mobile)),
    { zh: '缺少权利人的联系方式', en: 'A way to contact the rights holder is missing' },
  ),
  address: needs('address', (notice) => parties(notice).some((party) => isFilled(party.address)), {
    zh: '缺少权利人的地址',
    en: 'The address of the rights holder is missing',
  }),
  email: needs('email', (notice) => parties(notice).some((party) => isFilled(party.email)), {
    zh: '缺少电子邮箱',
    en: 'An e-mail address is missing',
  }),
  identity: needs(
    'identity',
    (notice) =>
      parties(notice).some((party) => isFilled(party.idType) && isFilled(party.idNumber)) ||
      hasEvidence(notice, 'identity'),
    {
      zh: '缺少真实身份证明：请填写证件类型和号码，或提交身份证明材料',
      en: 'Proof of identity is missing: give the type and number of a document, or identity evidence',
    },
  ),
  authorization: authorizationFault,
  work: needs('work', ({ works }) => works.length > 0 && works.every((work) => isFilled(work.title)), {
    zh: '缺少作品名称',
    en: 'The title of a work is missing',
  }),
  ownership: needs(
    'ownership',
    (notice) =>
      hasEvidence(notice, 'ownership') ||
      (notice.works.length > 0 && notice.works.every((work) => isFilled(work.registrationNumber))),
    {
      zh: '缺少权属证明：请填写每件作品的登记号，或提交权属证明材料',
      en: 'Proof of ownership is missing: give the registration number of every work, or ownership evidence',
    },
  ),
  infringement: needs('infringement', (notice) => hasEvidence(notice, 'infringement'), {
    zh: '缺少构成侵权的初步证明材料',
    en: 'Prima facie proof of infringement is missing',
  }),
  explanation: needs(
    'explanation',
    (notice) => hasEvidence(notice, 'infringement') || (notice.descriptions ?? []).some((text) => isFilled(text)),
    { zh: '缺少说明内容为何违法的充分理由', en: 'A substantiated explanation of the infringement is missing' },
  ),
  location: needs('location', ({ targetCount }) => targetCount > 0, {
    zh: '没有可以准确定位的侵权内容地址',
    en: 'No address that locates the infringing content could be read',
  }),
  truthfulness: needs('truthfulness', ({ statements }) => statements?.accuracy === true, {
    zh: '缺少对通知真实性负责的声明',
    en: 'The statement that the notice is accurate is missing',
  }),
  good_faith: needs('good_faith', ({ statements }) => statements?.goodFaith === true, {
    zh: '缺少善意相信使用未经授权的声明',
    en: 'The statement of good-faith belief is missing',
  }),
  perjury: needs('perjury', ({ statements }) => statements?.perjury === true, {
    zh: '缺少“如有虚假愿受伪证处罚”的授权声明',
    en: 'The statement of authority under penalty of perjury is missing',
  }),
  signature: needs('signature', ({ statements }) => isFilled(statements?.signature), {
    zh: '缺少签名或盖章',
    en: 'The signature or seal is missing',
  }),
};

function needs(element: ElementId, isSatisfied: (notice: NoticeDraft) => boolean, detail: Label) {
  const missing: Fault = { code: `${element}_missing`, detail };
  return (notice: NoticeDraft) => (isSatisfied(notice) ? null : missing);
}

/** An agent needs a power of attorney in force for this work and this right; a rights holder needs none. */
function authorizationFault(notice: NoticeDraft): Fault | null {
  if (!notice.onBehalfOf) return null;
  const isShown = isFilled(notice.onBehalfOf.authorizationId) || hasEvidence(notice, 'authorization');
  const state = notice.authorizationState ?? (isShown ? 'pending' : 'missing');
  if (state === 'in_force' || state === 'pending') return null;
  return { code: `authorization_${state}`, detail: authorizationFaults[state] };
}

const authorizationFaults: Record<Exclude<AuthorizationState, 'in_force' | 'pending'> | 'missing', Label> = {
  missing: { zh: '代理人投诉缺少权利人的授权', en: 'An agent needs the authorization of the rights holder' },
  unknown: { zh: '找不到所引用的授权', en: 'The authorization referred to is not on record' },
  expired: { zh: '授权在提交时已过期或尚未生效', en: 'The authorization was not in force at filing' },
  out_of_scope: { zh: '授权不包含该作品或该项权利', en: 'The authorization does not cover this work or this right' },
  rejected: { zh: '授权未获核准', en: 'The authorization was rejected' },
  revoked: { zh: '授权已被撤销', en: 'The authorization was revoked' },
  frozen: { zh: '授权涉嫌不实，已被冻结', en: 'The authorization is frozen: it is suspected to be forged' },
};

/** Principal first: the agent's own contact stands in where the principal's is not given. */
function parties(notice: NoticeDraft): PartyDraft[] {
  return notice.onBehalfOf ? [notice.onBehalfOf, notice.complainant] : [notice.complainant];
}

function hasEvidence(notice: NoticeDraft, kind: EvidenceKind): boolean {
  return notice.evidence.some((entry) => entry.kind === kind && holdsSomething(entry));
}
