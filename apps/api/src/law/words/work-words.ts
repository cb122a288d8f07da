import type { Words } from './words.js';
import type { AuthorizationAct, AuthorizationShownState, GrantedRight, identifierSchemes as schemes } from '#works';

/** What the console calls the vault: works, authorizations, warning lists. */

export const workStates: Words<string> = {
  active: { zh: '使用中', en: 'active' },
  archived: { zh: '已归档', en: 'archived' },
};

export const authorizationStates: Words<AuthorizationShownState> = {
  pending: { zh: '待核准', en: 'pending' },
  approved: { zh: '已核准', en: 'approved' },
  rejected: { zh: '未获核准', en: 'rejected' },
  expired: { zh: '已过期', en: 'expired' },
  revoked: { zh: '已撤销', en: 'revoked' },
  frozen: { zh: '已冻结', en: 'frozen' },
};

export const authorizationActs: Words<AuthorizationAct> = {
  approve: { zh: '核准', en: 'approve' },
  reject: { zh: '不予核准', en: 'reject' },
  freeze: { zh: '冻结', en: 'freeze' },
  revoke: { zh: '撤销', en: 'revoke' },
};

export const grantedRights: Words<GrantedRight> = {
  reproduction: { zh: '复制权', en: 'reproduction' },
  distribution: { zh: '发行权', en: 'distribution' },
  rental: { zh: '出租权', en: 'rental' },
  exhibition: { zh: '展览权', en: 'exhibition' },
  performance: { zh: '表演权', en: 'public performance' },
  projection: { zh: '放映权', en: 'projection' },
  broadcasting: { zh: '广播权', en: 'broadcasting' },
  information_network: { zh: '信息网络传播权', en: 'communication through information networks' },
  cinematographic: { zh: '摄制权', en: 'making into a film' },
  adaptation: { zh: '改编权', en: 'adaptation' },
  translation: { zh: '翻译权', en: 'translation' },
  compilation: { zh: '汇编权', en: 'compilation' },
  performer_network: { zh: '表演者的信息网络传播权', en: 'network right of performers' },
  producer_network: { zh: '录音录像制作者的信息网络传播权', en: 'network right of producers' },
  other: { zh: '其他权利', en: 'other rights of the holder' },
};

export const warningListDuties: Words<string> = {
  licence_only: { zh: '未经许可不得提供', en: 'only under licence' },
  forbid_upload: { zh: '禁止用户上传', en: 'no uploads' },
  speed_up: { zh: '加快处理通知', en: 'faster handling of notices' },
};

export const identifierSchemes: Words<keyof typeof schemes> = {
  isbn: { zh: '国际标准书号', en: 'ISBN-13' },
  issn: { zh: '国际标准连续出版物号', en: 'ISSN' },
  isrc: { zh: '国际标准录音制品编码', en: 'ISRC' },
  iswc: { zh: '国际标准音乐作品编码', en: 'ISWC' },
  isan: { zh: '国际标准视听作品号', en: 'ISAN' },
  eidr: { zh: '娱乐标识符登记', en: 'EIDR' },
  isni: { zh: '国际标准名称标识符', en: 'ISNI' },
  orcid: { zh: '研究者标识符', en: 'ORCID' },
  registration_number: { zh: '作品登记号', en: 'registration of a work' },
  software_registration: { zh: '软件著作权登记号', en: 'registration of software' },
  dci: { zh: '数字版权唯一标识', en: 'DCI' },
  credit_code: { zh: '统一社会信用代码', en: 'unified social credit code' },
  identity_number: { zh: '居民身份证号码', en: 'identity number of a resident' },
  icp_number: { zh: 'ICP 备案号', en: 'ICP filing or telecom licence' },
};
