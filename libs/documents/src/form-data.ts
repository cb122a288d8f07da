/** Absent, null and blank are one: not given. */
export type Text = string | null | undefined;
export type FormLanguage = 'zh' | 'en';

/** 网络服务提供者 */
export interface FormProvider {
  name: Text;
  address?: Text;
  postcode?: Text;
  domain?: Text;
  email?: Text;
  phone?: Text;
  fax?: Text;
}

/** 权利人、代理人 or the author of a counter-notice. What the reader may not see is masked or left out by the caller. */
export interface FormParty {
  name?: Text;
  /** A code such as `business_licence`, or the party's own word. */
  idType?: Text;
  idNumber?: Text;
  legalRepresentative?: Text;
  address?: Text;
  postcode?: Text;
  contact?: Text;
  phone?: Text;
  mobile?: Text;
  email?: Text;
  fax?: Text;
}

export interface FormAgent extends FormParty {
  /** The power of attorney: its number, or how it is proven. */
  authorization?: Text;
}

/** 涉嫌侵权网站（应用） */
export interface FormSite {
  domain?: Text;
  icpNumber?: Text;
  ip?: Text;
  phone?: Text;
  email?: Text;
  fax?: Text;
}

export interface FormWork {
  title: string;
  /** A code of the law's vocabulary, e.g. `film`. */
  category?: Text;
  registrationNumber?: Text;
  /** By kind: `{ isan: '…' }`. */
  identifiers?: Readonly<Record<string, string>>;
  originalUrls?: readonly string[];
}

export interface FormTarget {
  /** As the complainant typed it. */
  raw: string;
  url?: Text;
  /** Content type and id on the platform, e.g. `video 7212345678901234567`. */
  canonicalId?: Text;
  accessCode?: Text;
  account?: Text;
  work: string;
  /** A code, e.g. `information_network`, or the complainant's own word. */
  right?: Text;
  description?: Text;
}

export interface FormProof {
  /** A code of the law's vocabulary, e.g. `ownership`. */
  kind: string;
  text?: Text;
  url?: Text;
  file?: { name?: Text; sha256: Text; id?: Text } | null;
}

/** The rule under which the document runs, in the words of its language. */
export interface FormRegime {
  label: string;
  /** E.g. 信息网络传播权保护条例 第14–17条. */
  law: string;
}

interface FormHead {
  language: FormLanguage;
  number: string;
  regime: FormRegime;
  /** SHA-256 of the receipt that stands behind the document. */
  receiptSha256?: Text;
  provider: FormProvider;
}

/** 《要求删除或断开链接侵权网络内容的通知》 */
export interface NoticeFormData extends FormHead {
  /** `forwarded`: what the platform passes on to its user; of persons it says name, contact and e-mail alone. */
  copy: 'served' | 'forwarded';
  complaintNumber?: Text;
  /** When the complaint came in; dates the file when the notice is not served yet. */
  receivedAt: Date;
  servedAt: Date | null;
  rightsHolder: FormParty;
  agent: FormAgent | null;
  site: FormSite;
  /** `copyright`, `neighbouring_right`, … */
  ground: string;
  works: readonly FormWork[];
  targets: readonly FormTarget[];
  proofs: readonly FormProof[];
  demand: 'remove' | 'disable' | 'delink' | null;
  /** What the complainant declared. */
  statements: { accuracy: boolean; goodFaith: boolean; perjury: boolean };
  signature: Text;
  signedAt: Date | null;
  /** What a counter-notice must hold under the regime; printed on the forwarded copy. */
  counterElements?: ReadonlyArray<{ label: string }>;
}

/** 《要求恢复被删除或断开链接的网络内容的说明》 */
export interface CounterNoticeFormData extends FormHead {
  /** The notice that is answered. */
  noticeNumber: string;
  /** When the platform received the statement. */
  receivedAt: Date;
  author: FormParty;
  /** The content to be restored, with its addresses. */
  targets: readonly FormTarget[];
  /** A code of the law's refusal reasons, or the author's own word. */
  reason?: Text;
  statement: Text;
  proofs: readonly FormProof[];
  statements: { accuracy: boolean; perjury?: boolean; jurisdiction?: boolean };
  signature: Text;
  signedAt: Date | null;
}
