import type { CounterElementId } from './counter-elements.js';
import type { ElementId } from './elements.js';
import type { Label } from './source.js';
import type { CounterReason, Disposition, ProceedingKind, RefusalReason, Right } from './vocabulary.js';

/** What documents and the console call the words of the vocabulary, in both languages. */

export const dispositionLabels: Readonly<Record<Disposition, Label>> = {
  removed: { zh: '删除', en: 'removed' },
  disabled: { zh: '屏蔽', en: 'access disabled' },
  delinked: { zh: '断开链接', en: 'link removed' },
  delisted: { zh: '下架', en: 'listing taken down' },
  demoted: { zh: '降权', en: 'shown less' },
  account_limited: { zh: '限制账号', en: 'account limited' },
  forwarded_only: { zh: '仅转送', en: 'forwarded, nothing else' },
};

export const refusalReasonLabels: Readonly<Record<RefusalReason, Label>> = {
  licensed: { zh: '已获授权', en: 'licensed' },
  statutory_exception: { zh: '合理使用或法定许可', en: 'exception by statute' },
  not_located: { zh: '无法定位', en: 'cannot be located' },
  insufficient_proof: { zh: '证明不足', en: 'insufficient proof' },
  wrong_party: { zh: '主体不符', en: 'wrong party' },
  public_domain: { zh: '公有领域', en: 'public domain' },
  own_work: { zh: '用户原创', en: 'the user’s own work' },
  duplicate: { zh: '重复通知', en: 'duplicate' },
  other: { zh: '其他', en: 'other, with a text' },
};

export const counterReasonLabels: Readonly<Record<CounterReason, Label>> = {
  own_work: { zh: '本人原创', en: 'the user’s own work' },
  licensed: { zh: '已获授权', en: 'licensed' },
  not_infringing: { zh: '不构成侵权', en: 'does not infringe' },
  statutory_exception: { zh: '合理使用或法定许可', en: 'exception by statute' },
  public_domain: { zh: '公有领域', en: 'public domain' },
  mistake: { zh: '错误或误认', en: 'mistake or misidentification' },
  other: { zh: '其他', en: 'other, with a text' },
};

export const proceedingKindLabels: Readonly<Record<ProceedingKind, Label>> = {
  complaint: { zh: '投诉', en: 'complaint to an authority' },
  suit: { zh: '起诉', en: 'suit in court' },
};

export const rightLabels: Readonly<Record<Right, Label>> = {
  reproduction: { zh: '复制权', en: 'reproduction' },
  distribution: { zh: '发行权', en: 'distribution' },
  rental: { zh: '出租权', en: 'rental' },
  exhibition: { zh: '展览权', en: 'exhibition' },
  performance: { zh: '表演权', en: 'performance' },
  projection: { zh: '放映权', en: 'projection' },
  broadcasting: { zh: '广播权', en: 'broadcasting' },
  information_network: { zh: '信息网络传播权', en: 'communication through information networks' },
  filming: { zh: '摄制权', en: 'filming' },
  adaptation: { zh: '改编权', en: 'adaptation' },
  translation: { zh: '翻译权', en: 'translation' },
  compilation: { zh: '汇编权', en: 'compilation' },
  other: { zh: '其他权利', en: 'other rights' },
};

export const elementLabels: Readonly<Record<ElementId, Label>> = {
  name: { zh: '姓名（名称）', en: 'name of the rights holder' },
  contact: { zh: '联系方式', en: 'a way to reach them' },
  address: { zh: '地址', en: 'postal address' },
  email: { zh: '电子邮箱', en: 'e-mail address' },
  identity: { zh: '身份证明', en: 'proof of identity' },
  authorization: { zh: '授权', en: 'power of attorney, for an agent' },
  work: { zh: '作品名称', en: 'title of each work' },
  ownership: { zh: '权属证明', en: 'proof of ownership' },
  infringement: { zh: '侵权初步证明', en: 'prima facie proof' },
  explanation: { zh: '违法理由说明', en: 'substantiated explanation' },
  location: { zh: '定位地址', en: 'an address that can be found' },
  truthfulness: { zh: '真实性声明', en: 'statement of accuracy' },
  good_faith: { zh: '善意声明', en: 'statement of good faith' },
  perjury: { zh: '伪证处罚声明', en: 'statement under penalty of perjury' },
  signature: { zh: '签名（盖章）', en: 'signature or seal' },
};

export const counterElementLabels: Readonly<Record<CounterElementId, Label>> = {
  name: { zh: '姓名（名称）', en: 'name of the user' },
  contact: { zh: '联系方式', en: 'a way to reach them' },
  address: { zh: '地址', en: 'postal address' },
  phone: { zh: '电话号码', en: 'telephone number' },
  identity: { zh: '真实身份信息', en: 'real identity' },
  statement: { zh: '书面说明（声明）', en: 'written statement' },
  reasons: { zh: '异议理由', en: 'reasons of the objection' },
  location: { zh: '恢复内容及地址', en: 'the content to restore, and its address' },
  proof: { zh: '不侵权初步证明', en: 'prima facie proof that nothing is infringed' },
  truthfulness: { zh: '真实性声明', en: 'statement of accuracy' },
  perjury: { zh: '伪证处罚声明', en: 'good-faith belief in a mistake, under penalty of perjury' },
  jurisdiction: { zh: '同意管辖声明', en: 'consent to jurisdiction and service of process' },
  signature: { zh: '签名（盖章）', en: 'signature or seal' },
};
