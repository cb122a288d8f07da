import type { Basis, Label, ServiceType, Source } from '#law';

/** What a provider of a kind owes about works on a warning list (law.md §4). */
export interface WarningListDuty {
  code: WarningListDutyCode;
  serviceTypes: readonly ServiceType[];
  detail: Label;
  source: Source;
  basis: Basis;
}

export const warningListDutyCodes = ['licence_only', 'forbid_upload', 'speed_up'] as const;
export type WarningListDutyCode = (typeof warningListDutyCodes)[number];

const source: Source = {
  law: '国家版权局重点作品版权保护预警名单（历年公告）',
  lawEn: 'National Copyright Administration, warning lists of key works (as published each year)',
  article: '对网络服务商的要求',
};

/**
 * The notices name three groups of providers; which of our service types belongs to which is our reading. A service can
 * be in several: a video site shows what it licensed and what its users upload. Not named there: advertising alliances,
 * cloud and CDN, access.
 */
export const warningListDuties: readonly WarningListDuty[] = [
  {
    code: 'licence_only',
    serviceTypes: ['video', 'music', 'live', 'literature', 'education', 'knowledge', 'game'],
    detail: {
      zh: '直接提供内容的网络服务商未经许可不得提供名单内的作品',
      en: 'Who provides content directly does not provide works on the list without a licence',
    },
    source,
    basis: 'departmental',
  },
  {
    code: 'forbid_upload',
    serviceTypes: ['storage', 'netdisk', 'social', 'short_video', 'video', 'live', 'knowledge', 'education'],
    detail: {
      zh: '提供存储空间的网络服务商应当禁止用户上传名单内的作品',
      en: 'Who stores what users upload forbids the upload of works on the list',
    },
    source,
    basis: 'departmental',
  },
  {
    code: 'speed_up',
    serviceTypes: ['search_link', 'ecommerce', 'app_store'],
    detail: {
      zh: '提供搜索链接的网络服务商、电子商务网站及应用程序商店应当加快处理权利人关于删除侵权内容或断开侵权链接的通知',
      en: 'Search and link services, e-commerce sites and app stores speed up the handling of notices about works on the list',
    },
    source,
    basis: 'departmental',
  },
];

/** What providers of these kinds owe, in the order of the list. */
export function dutiesOf(serviceTypes: Iterable<string>): WarningListDuty[] {
  const asked = new Set(serviceTypes);
  return warningListDuties.filter((duty) => duty.serviceTypes.some((type) => asked.has(type)));
}

/** The kinds of service that owe something at all. */
export const dutyBoundServiceTypes: readonly ServiceType[] = [
  ...new Set(warningListDuties.flatMap((duty) => duty.serviceTypes)),
];
