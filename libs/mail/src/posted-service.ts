/** Whose notices are looked at: some by their ids, or all that await one platform. */
export type ToPost = { noticeIds: readonly string[] } | { platformId: string };

/** A notice that is on its way to an address. */
export interface PostedService {
  id: string;
  noticeId: string;
  address: string;
}
