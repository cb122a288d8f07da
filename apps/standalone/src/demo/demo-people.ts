import type { OrganizationKind, Scope } from '#identity';

/** One person and one key for each group of users. */
export interface DemoPerson {
  email: string;
  /** The person's own name. */
  name: string;
  /** How the group is called at start and in the README. */
  group: string;
  organization:
    | { kind: 'platform'; platformSlug: string }
    | { kind: 'regulator'; regionCode: string }
    | { kind: Exclude<OrganizationKind, 'platform' | 'regulator'>; name: string };
  keyScopes: Scope[];
}

const filing: Scope[] = ['complaints:write', 'complaints:read', 'notices:read', 'webhooks:manage'];
const acting: Scope[] = ['notices:read', 'notices:act', 'webhooks:manage'];
const regulating: Scope[] = ['notices:read', 'escalations:read', 'escalations:act', 'webhooks:manage'];

export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'rights@demo.test',
    name: '张三',
    group: '权利人',
    organization: { kind: 'rights_holder', name: '北京星海影业有限公司' },
    keyScopes: filing,
  },
  {
    email: 'platform@demo.test',
    name: '李四',
    group: '平台',
    organization: { kind: 'platform', platformSlug: 'baidu-pan' },
    keyScopes: acting,
  },
  {
    email: 'platform2@demo.test',
    name: '王五',
    group: '平台',
    organization: { kind: 'platform', platformSlug: 'douyin' },
    keyScopes: acting,
  },
  {
    email: 'platform3@demo.test',
    name: '赵六',
    group: '平台',
    organization: { kind: 'platform', platformSlug: 'taobao' },
    keyScopes: acting,
  },
  {
    email: 'regulator@demo.test',
    name: '孙七',
    group: '监管',
    organization: { kind: 'regulator', regionCode: '110000' },
    keyScopes: regulating,
  },
  {
    email: 'national@demo.test',
    name: '周八',
    group: '监管',
    organization: { kind: 'regulator', regionCode: '000000' },
    keyScopes: regulating,
  },
  {
    email: 'partner@demo.test',
    name: '吴九',
    group: '绿色通道',
    organization: { kind: 'rights_holder', name: '上海维权联盟信息技术有限公司' },
    keyScopes: filing,
  },
  {
    email: 'operator@demo.test',
    name: '郑十',
    group: '运营方',
    organization: { kind: 'operator', name: '通删运营中心' },
    keyScopes: ['directory:manage', 'reports:read'],
  },
];

/** What the demo rights holder says of itself; enough for a lawful notice. */
export const demoProfile = {
  idType: 'business_licence',
  idNumber: '91110105MA01ABCD2X',
  legalRepresentative: '张三',
  contact: '张三',
  email: 'rights@demo.test',
  phone: '010-12345678',
  address: '北京市朝阳区星海路 1 号',
  postcode: '100020',
};
