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
