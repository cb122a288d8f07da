const folders: Record<string, string> = {
  notice: '/notices',
  complaint: '/complaints',
  counter_notice: '/counter-notices',
  escalation: '/escalations',
};

/** Where a thing of the API is shown; null for what has no page of its own. */
export function pathOf(kind: string, id: string): string | null {
  const folder = folders[kind];
  return folder ? `${folder}/${id}` : null;
}
