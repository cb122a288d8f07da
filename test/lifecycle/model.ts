/**
 * domain.md §3 once more, for listings under 电子商务法, in as few words as it can be said: two right holders, one
 * thing. Written apart from the table of the product, against which it is played.
 */
export interface Complaint {
  state: string;
  isCountered: boolean;
  openProofs: number;
  isAppealed: boolean;
  /** What an order found; `actioned` where the complaint alone would keep it down. */
  before: string | null;
  /** The wait that the last statement started: running or over, or void. */
  wait: 'none' | 'within' | 'over';
}
export interface World {
  complaints: [Complaint | null, Complaint | null];
  /** For each order to take down that stands, on whose item it was recorded. */
  orders: number[];
}
export const acts = [
  'file', 'act', 'act', 'refuse', 'restore_own_motion', 'appeal', 'report_still_live', 'dispute_report', 'counter', 'counter',
  'prove_proceeding', 'proceeding_won', 'proceeding_ended', 'restore', 'withdraw', 'order_takedown', 'order_ended',
  'order_restore', 'fifteen_days',
] as const; // prettier-ignore
export type ModelAct = (typeof acts)[number];

const isDown = (one: Complaint | null) =>
  !!one && ['actioned', 'reappeared', 'contested', 'waiting', 'held', 'restore_due'].includes(one.state);

/** The world after an act on a holder's item; null where it is refused. */
export function next(world: World, who: 0 | 1, act: ModelAct): World | null {
  const after = structuredClone(world);
  const one = after.complaints[who];
  const other = after.complaints[1 - who] ?? null;
  const isOrdered = world.orders.length > 0;
  if (act === 'fifteen_days') {
    for (const each of after.complaints) if (each?.wait === 'within') each.wait = 'over';
    const over = after.complaints.filter((each) => each?.state === 'waiting');
    over.forEach((each, place) => {
      const isHeld =
        isOrdered || after.complaints.some((rival) => rival !== each && isDown(rival) && !over.includes(rival));
      each!.state = isHeld || place > 0 ? 'released' : 'restore_due';
    });
    return after;
  }
  if (act === 'file') {
    if (one) return null;
    const fresh = { isCountered: false, openProofs: 0, isAppealed: false, before: null, wait: 'none' } as const;
    after.complaints[who] = { state: 'pending', ...fresh };
    return after;
  }
  if (!one) return null;
  const become = (state: string, before: string | null = null) => {
    Object.assign(one, { state, before });
    return after;
  };
  const comeBack = () => become(isDown(other) || after.orders.length > 0 ? 'released' : 'restore_due');
  const bringBack = () => {
    if (other?.state === 'released' && after.orders.length === 0) other.state = 'restored';
    return become('restored');
  };
  const is = (...states: string[]) => states.includes(one.state);
  switch (act) {
    case 'act':
      if (!is('pending', 'reappeared', 'refused')) return null;
      // there is a hold again: what was due to come back on the other complaint waits for it to fall
      if (other?.state === 'restore_due') other.state = 'released';
      return isOrdered && !is('refused') ? become('held', one.before ?? 'actioned') : become('actioned');
    case 'refuse':
      return is('pending') && !isOrdered ? become('refused') : null;
    case 'restore_own_motion':
      return is('actioned') && !isOrdered ? bringBackUnless(isDown(other)) : null;
    case 'appeal':
      if (!is('refused') || one.isAppealed) return null;
      one.isAppealed = true;
      return become('pending');
    case 'report_still_live':
      return is('actioned') ? become('reappeared') : null;
    case 'dispute_report':
      return is('reappeared') ? become('actioned') : null;
    case 'counter':
      if (!is('actioned') || one.isCountered) return null;
      one.isCountered = true;
      if (one.openProofs > 0) return become('held');
      one.wait = 'within';
      return become('waiting');
    case 'prove_proceeding':
      if (
        !is('actioned', 'held', 'waiting') &&
        !(is('restore_due', 'released') && one.wait === 'within' && one.isCountered)
      )
        return null;
      one.openProofs++;
      return is('actioned', 'held') ? after : become('held');
    case 'proceeding_won':
      if (!one.openProofs || !is('held', 'actioned')) return null;
      one.openProofs--;
      one.isCountered = false;
      return is('held') && !isOrdered ? become('actioned') : after;
    case 'proceeding_ended':
      if (!one.openProofs || !is('held', 'actioned')) return null;
      one.openProofs--;
      return is('held') && !isOrdered && one.openProofs === 0 ? comeBack() : after;
    case 'restore':
      return is('restore_due') ? bringBackUnless(isDown(other)) : null;
    case 'withdraw':
      if (is('withdrawn', 'restored', 'restore_due')) return null;
      one.isCountered = false;
      if (is('pending') && isOrdered) return become('pending', 'withdrawn');
      if (is('pending', 'refused', 'reappeared', 'released')) return become('withdrawn');
      return comeBack();
    case 'order_takedown':
      return orderDown();
    case 'order_restore':
      if (!is('actioned', 'waiting', 'held', 'released', 'restore_due')) return null;
      one.wait = 'none';
      return is('restore_due') ? after : comeBack();
    case 'order_ended':
      return endOrder();
  }

  /** What the other released comes back with it; where the other still holds, only this complaint is done with. */
  function bringBackUnless(isHeld: boolean) {
    return isHeld ? become('restored') : bringBack();
  }

  function orderDown() {
    after.orders.push(who);
    const rival = after.complaints[1 - who];
    if (rival?.state === 'restore_due') Object.assign(rival, { state: 'held', before: rival.before ?? 'restore_due' });
    if (is('waiting')) one!.wait = 'none';
    if (is('pending', 'reappeared', 'held')) return after;
    if (is('actioned', 'waiting', 'released', 'restore_due')) return become('held', one!.before ?? one!.state);
    return become('pending', one!.before ?? one!.state);
  }

  /** The first order on this item; whatever the thing was held for besides stays. */
  function endOrder() {
    const place = after.orders.indexOf(who);
    if (place < 0) return null;
    after.orders.splice(place, 1);
    if (after.orders.length > 0) return after;
    const leaving: Complaint[] = [];
    for (const each of after.complaints) {
      if (!each) continue;
      const isHeldByProof = each.openProofs > 0 && each.before !== 'actioned';
      if (each.state === 'pending' && each.before && !isHeldByProof)
        Object.assign(each, { state: each.before, before: null });
      else if (each.state === 'held' && !isHeldByProof && each.before === 'actioned')
        Object.assign(each, { state: 'actioned', before: null });
      else if ((each.state === 'held' && !isHeldByProof) || each.state === 'released') leaving.push(each);
    }
    const isHeld = after.complaints.some((each) => each && !leaving.includes(each) && isDown(each));
    leaving.forEach((each, at) =>
      Object.assign(each, { state: isHeld || at > 0 ? 'released' : 'restore_due', before: null }),
    );
    return after;
  }
}
