import { openForBreaches } from '#escalations';
import type { Listener } from './listener.js';

/** A breach puts the matter before the regulator of the platform's region (domain.md §7). */
export const escalateBreaches: Listener = (tx, now, events) =>
  openForBreaches(
    tx,
    now,
    events.map(({ matterId, data }) => ({
      noticeId: matterId,
      deadlineId: data['deadlineId'] as string,
      rule: data['rule'] as string,
      kind: data['kind'] as string,
    })),
  );
