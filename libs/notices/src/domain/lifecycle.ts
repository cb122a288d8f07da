import { decision, onCounter, receipt, refusals, served, toAnswer } from './lifecycle-groups.js';
import type { Row } from './lifecycle-row.js';

/**
 * The life of an item (domain.md §3): every event, who may bring it about, from where to where, and what it does to
 * the clocks. All else (buttons, `allowedActions`, the diagram, the tests) is read off this table. A row that leads to
 * `restore_due` leads to `released` while another hold keeps the thing down (`holds.ts`).
 */
export const lifecycle = {
  serve: {
    emits: 'notice.served',
    by: ['system'],
    moves: [{ from: ['unserved'], to: 'pending' }],
    starts: ['takedown', 'forward', 'acknowledge', 'confirm', 'decide'],
  },
  // a mail server took the letter and sent it back: it never reached its reader, and no clock had begun (domain.md §2.8)
  bounce: {
    emits: 'notice.service_failed',
    by: ['system'],
    moves: [{ from: ['pending'], to: 'unserved', unless: ['order_stands'] }],
    cancels: ['takedown', 'decide', 'forward', ...receipt],
  },
  acknowledge: {
    emits: 'notice.acknowledged',
    by: ['platform'],
    moves: [{ from: served, to: 'same' }],
    stops: receipt,
  },
  forward: {
    emits: 'notice.forwarded',
    by: ['platform'],
    moves: [{ from: served, to: 'same' }],
    stops: ['forward', ...receipt],
  },
  request_supplement: {
    emits: 'notice.supplement_requested',
    by: ['platform'],
    moves: [{ from: ['pending'], to: 'supplement_requested', when: ['supplement_allowed'], unless: ['order_stands'] }],
    starts: ['supplement'],
    pauses: ['takedown', 'forward'],
    stops: receipt,
  },
  supplement: {
    emits: 'notice.supplemented',
    by: ['complainant'],
    moves: [{ from: ['supplement_requested'], to: 'pending' }],
    stops: ['supplement'],
    resumes: ['takedown'],
  },
  supplement_lapsed: {
    emits: 'item.refused',
    by: ['clock'],
    moves: [{ from: ['supplement_requested'], to: 'refused' }],
    expires: ['supplement'],
    stops: ['takedown'],
    cancels: ['forward'],
  },
  act: {
    emits: 'item.actioned',
    by: ['platform'],
    moves: [
      { from: [...toAnswer, 'reappeared'], to: 'held', when: ['order_stands'] },
      { from: [...toAnswer, 'reappeared'], to: 'actioned' },
    ],
    stops: decision,
  },
  refuse: {
    emits: 'item.refused',
    by: ['platform'],
    moves: [{ from: toAnswer, to: 'refused', unless: ['order_stands'] }],
    stops: decision,
    cancels: ['forward'],
  },
  report_not_found: {
    emits: 'item.refused',
    by: ['platform'],
    moves: [{ from: toAnswer, to: 'not_found' }],
    stops: decision,
    cancels: ['forward'],
  },
  revise: { emits: 'item.actioned', by: ['platform'], moves: [{ from: refusals, to: 'actioned' }] },
  restore_own_motion: {
    emits: 'item.restored',
    by: ['platform'],
    moves: [{ from: ['actioned'], to: 'restored', unless: ['order_stands'] }],
  },
  appeal: {
    emits: 'item.appealed',
    by: ['complainant'],
    moves: [{ from: refusals, to: 'pending', unless: ['appeal_used'] }],
    starts: ['takedown'],
  },
  report_still_live: {
    emits: 'item.reappeared',
    by: ['complainant'],
    moves: [{ from: ['actioned'], to: 'reappeared', unless: ['stays_up'] }],
    starts: ['takedown'],
  },
  dispute_report: {
    emits: 'item.report_disputed',
    by: ['platform'],
    moves: [{ from: ['reappeared'], to: 'actioned' }],
    cancels: ['takedown', 'decide'],
  },
  counter: {
    emits: 'counter_notice.received',
    by: ['platform'],
    moves: [
      { from: ['actioned'], to: 'restore_due', when: ['restores_at_once'], unless: ['order_stands', 'counter_open'] },
      { from: ['actioned'], to: 'contested', unless: ['restores_at_once', 'counter_open'] },
    ],
    starts: ['forward_counter', 'wait', 'restore'],
  },
  keep_delinked: {
    emits: 'item.kept_delinked',
    by: ['platform'],
    moves: [{ from: ['restore_due'], to: 'actioned', when: ['counter_open', 'link_may_stay'] }],
    cancels: ['restore'],
  },
  reject_counter: {
    emits: 'counter_notice.rejected',
    by: ['platform'],
    moves: [
      { from: ['contested'], to: 'actioned', when: ['counter_open'], unless: ['counter_forwarded'] },
      {
        from: ['restore_due'],
        to: 'actioned',
        when: ['counter_open', 'restores_at_once'],
        unless: ['counter_forwarded'],
      },
    ],
    cancels: [...onCounter, 'restore'],
  },
  forward_counter: {
    emits: 'counter_notice.forwarded',
    by: ['platform', 'system'],
    moves: [
      {
        from: ['contested'],
        to: 'held',
        when: ['counter_open', 'proceeding_on_record'],
        unless: ['platform_decides', 'counter_forwarded'],
      },
      {
        from: ['contested'],
        to: 'waiting',
        when: ['counter_open'],
        unless: ['platform_decides', 'counter_forwarded'],
      },
      // 条例 17: the item comes back at once; the statement goes to the rights holder all the same
      {
        from: ['restore_due', 'restored', 'released', 'actioned'],
        to: 'same',
        when: ['counter_open', 'restores_at_once'],
        unless: ['counter_forwarded'],
      },
      // 17 USC 512(g)(2)(C): the days run without it, and it is owed all the same
      {
        from: ['restore_due', 'restored', 'released'],
        to: 'same',
        when: ['counter_open', 'wait_is_mandatory'],
        unless: ['counter_forwarded'],
      },
    ],
    starts: ['wait'],
    stops: ['forward_counter'],
  },
  decide_counter: {
    emits: 'counter_notice.decided',
    by: ['platform'],
    moves: [
      { from: ['contested'], to: 'restored', when: ['platform_decides', 'in_favour_of_user'] },
      { from: ['contested'], to: 'actioned', when: ['platform_decides'] },
    ],
  },
  prove_proceeding: {
    emits: 'proceeding.recorded',
    by: ['complainant'],
    moves: [
      { from: ['actioned', 'contested', 'held'], to: 'same' },
      { from: ['waiting'], to: 'held' },
      // the wait ran out while the proof was on its way: received in time, it counts
      { from: ['restore_due', 'released'], to: 'held', when: ['proof_in_time'] },
    ],
    stops: ['wait'],
    cancels: ['restore'],
  },
  extend_wait: {
    emits: 'counter_notice.wait_extended',
    by: ['complainant'],
    moves: [{ from: ['waiting'], to: 'same', when: ['wait_extendable'] }],
  },
  wait_expired: {
    emits: 'item.restore_due',
    by: ['clock'],
    // contested: under the DMCA it runs since the platform had the statement, whether or not that was forwarded
    moves: [{ from: ['waiting', 'contested'], to: 'restore_due' }],
    expires: ['wait'],
    starts: ['restore'],
  },
  restore: {
    emits: 'item.restored',
    by: ['platform'],
    moves: [
      { from: ['restore_due'], to: 'restored' },
      { from: ['contested'], to: 'restored', unless: ['platform_decides', 'wait_is_mandatory', 'order_stands'] },
    ],
    stops: ['restore'],
    cancels: ['wait'],
  },
  proceeding_won: {
    emits: 'proceeding.ended',
    by: ['complainant', 'platform'],
    moves: [
      { from: ['held'], to: 'same', when: ['order_stands', 'proceeding_on_record'] },
      { from: ['held'], to: 'actioned', when: ['proceeding_on_record'] },
      { from: ['actioned', 'contested'], to: 'same', when: ['proceeding_on_record'] },
    ],
  },
  proceeding_ended: {
    emits: 'proceeding.ended',
    by: ['complainant', 'platform', 'regulator'],
    moves: [
      { from: ['held'], to: 'same', when: ['held_otherwise'] },
      { from: ['held'], to: 'restore_due', when: ['proceeding_on_record'] },
      // the suit stopped the days of the DMCA for good: nothing else keeps it down
      {
        from: ['contested'],
        to: 'restore_due',
        when: ['proceeding_on_record', 'wait_is_mandatory'],
        unless: ['held_otherwise'],
      },
      { from: ['actioned', 'contested'], to: 'same', when: ['proceeding_on_record'] },
    ],
    starts: ['restore'],
  },
  order_takedown: {
    emits: 'order.recorded',
    by: ['platform', 'regulator'],
    moves: [
      { from: ['pending', 'reappeared', 'held'], to: 'same' },
      // what a court ordered does not wait for the complainant
      { from: ['supplement_requested'], to: 'pending' },
      { from: ['actioned'], to: 'pending', when: ['stays_up'] },
      { from: ['actioned', 'contested', 'waiting', 'released', 'restore_due'], to: 'held' },
      { from: [...refusals, 'restored', 'withdrawn'], to: 'pending' },
    ],
    starts: ['takedown'],
    resumes: ['takedown'],
    cancels: [...onCounter, 'restore'],
  },
  order_restore: {
    emits: 'order.recorded',
    by: ['platform', 'regulator'],
    moves: [
      { from: ['actioned', 'contested', 'waiting', 'held', 'released'], to: 'restore_due', unless: ['stays_up'] },
      { from: ['restore_due'], to: 'same' },
    ],
    starts: ['restore'],
    cancels: onCounter,
  },
  order_ended: {
    emits: 'order.ended',
    by: ['clock', 'platform', 'regulator'],
    moves: [
      { from: ['held'], to: 'same', when: ['held_otherwise'] },
      { from: ['held'], to: 'actioned', when: ['complaint_stands'] },
      { from: ['held', 'released'], to: 'restore_due' },
      // never acted upon: what the order alone had asked is owed no more
      { from: ['pending'], to: 'before', when: ['pending_by_order'], unless: ['held_otherwise'] },
    ],
    starts: ['restore'],
    cancels: ['takedown', 'decide'],
  },
  // another complaint took the thing down meanwhile: what was due to come back waits for that hold to fall
  release: {
    emits: 'item.released',
    by: ['system'],
    moves: [{ from: ['restore_due'], to: 'released' }],
    cancels: ['restore'],
  },
  withdraw: {
    emits: 'notice.withdrawn',
    by: ['complainant'],
    moves: [
      { from: ['pending'], to: 'same', when: ['order_stands'] },
      { from: ['unserved', ...toAnswer, ...refusals, 'reappeared', 'released'], to: 'withdrawn' },
      { from: ['actioned'], to: 'withdrawn', when: ['stays_up'] },
      { from: ['actioned', 'contested', 'waiting', 'held'], to: 'restore_due' },
    ],
    starts: ['restore'],
    cancels: ['takedown', 'decide', 'forward', 'supplement', ...receipt, ...onCounter],
  },
} as const satisfies Record<string, Row>;

export type ItemEvent = keyof typeof lifecycle;
export const itemEvents = Object.keys(lifecycle) as ItemEvent[];
