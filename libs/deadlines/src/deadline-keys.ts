/** Names open clocks: those of a kind that a notice, or one of its items, has. */
export interface DeadlineKey {
  noticeId: string;
  /** The notice for its own clocks, the item for those of one item. */
  subjectId: string;
  kind: string;
}

/** Clocks that have not ended; a breached one has not until what was owed is done. */
export const isOpen = `d.stopped_at is null and d.state in ('running', 'paused', 'breached')`;

/** The open clocks `d` that a JSON parameter of keys `o` names, with further members of the keys. */
export const ofKeys = (parameter: string, members: string) => `
  jsonb_to_recordset(${parameter}) as o("noticeId" uuid, "subjectId" uuid, kind text, ${members})
  join deadlines d on d.notice_id = o."noticeId" and d.subject_id = o."subjectId" and d.kind = o.kind and ${isOpen}`;
