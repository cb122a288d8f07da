/**
 * What the directory files a platform under. Law gives the same words their meaning (its regimes and service types); the
 * two stand in one row and do not import each other, so a test holds the lists together.
 */
export const platformServiceTypes = [
  'storage',
  'search_link',
  'netdisk',
  'ecommerce',
  'social',
  'short_video',
  'video',
  'music',
  'live',
  'literature',
  'education',
  'knowledge',
  'game',
  'app_store',
  'ad_alliance',
  'cloud_cdn',
  'access',
] as const;
export type PlatformServiceType = (typeof platformServiceTypes)[number];

export const platformRegimes = ['cn.reg468', 'cn.ecl', 'cn.civil', 'us.dmca', 'eu.dsa'] as const;
export type PlatformRegime = (typeof platformRegimes)[number];
