import type { Regime, ServiceType, WorkCategory } from '#law';

/** Targets of one complaint for which one platform answers under one regime: what becomes one notice. */
export interface NoticeGroup {
  platform: {
    id: string;
    serviceType: ServiceType;
    regionCode: string;
    organizationId: string | null;
    joinedAt: Date | null;
  };
  regime: Regime;
  title: string;
  workCategories: WorkCategory[];
  targets: Array<{ id: string; contentType: string; claimKey: string }>;
}
