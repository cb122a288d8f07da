import { draftFaults, type PlatformDraft, slugFrom, spelled } from './platform-draft.js';

const now = new Date('2026-11-23T06:00:00Z');
const draft: PlatformDraft = {
  name: '示例视频',
  serviceType: 'video',
  regime: 'cn.reg468',
  hosts: ['example-video.cn'],
  appIds: [],
  regionCode: '110000',
  creditCode: null,
  icpNumber: null,
  contactEmail: null,
  timeZone: null,
  organizationId: null,
  joinedAt: null,
};
const faultsOf = (changes: Partial<PlatformDraft>) =>
  draftFaults({ ...draft, ...changes }, now).map(({ pointer, code }) => `${pointer} ${code}`);

it('has nothing against a plain platform', () => {
  expect(faultsOf({})).toEqual([]);
});

it('refuses a host under which everybody registers names', () => {
  expect(faultsOf({ hosts: ['good.cn', 'com.cn', 'github.io', 'cn', 'xn--55qx5d.cn'] })).toEqual([
    '#/hosts/1 public_suffix',
    '#/hosts/2 public_suffix',
    '#/hosts/3 public_suffix',
    '#/hosts/4 public_suffix',
  ]);
});

it('lets a hosting provider answer for what its customers put below its own name', () => {
  expect(faultsOf({ serviceType: 'cloud_cdn', hosts: ['github.io'] })).toEqual([]);
  expect(faultsOf({ serviceType: 'cloud_cdn', hosts: ['com.cn'] })).toEqual(['#/hosts/0 public_suffix']);
});

it('takes an address by number as a host', () => {
  expect(faultsOf({ hosts: ['203.0.113.7', '[2001:db8::1]'] })).toEqual([]);
});

it('lets a platform join only through an organization, and not in the future', () => {
  expect(faultsOf({ joinedAt: now })).toEqual(['#/joinedAt needs_organization']);
  const organizationId = '0193592d-0000-7000-8000-000000000001';
  expect(faultsOf({ joinedAt: now, organizationId })).toEqual([]);
  expect(faultsOf({ joinedAt: new Date(now.getTime() + 1), organizationId })).toEqual(['#/joinedAt in_future']);
});

it('stores hosts once each, in order, and identifiers in one spelling', () => {
  const stored = spelled({
    ...draft,
    hosts: ['b.cn', 'a.cn', 'b.cn'],
    icpNumber: '京icp备10046444',
    contactEmail: ' ',
  });
  expect(stored).toMatchObject({ hosts: ['a.cn', 'b.cn'], icpNumber: '京ICP备10046444号', contactEmail: null });
});

it('makes a slug from the name of the first host', () => {
  expect(slugFrom(['pan.baidu.com', 'yun.baidu.com'])).toBe('baidu');
  expect(slugFrom(['203.0.113.7'])).toBe('platform');
  expect(slugFrom([])).toBe('platform');
});
