import type { Regime, ServiceType, WorkCategory } from '#law';

/** Targets of one complaint for which one platform answers under one regime: what becomes one notice. */
export interface NoticeGroup {
  platform: {
    id: string;
    serviceType: ServiceType;
    regionCode: string;
    organizationId: string | null;
    joinedAt: Date | null;
    /** Where the days of US law end for it; null: New York. */
    timeZone: string | null;
  };
  regime: Regime;
  title: string;
  workCategories: WorkCategory[];
  /** A work of the notice is on a warning list now. */
  onWarningList: boolean;
  targets: Array<{ id: string; contentType: string; claimKey: string }>;
}
