import { newId, Problem, unique } from '#kernel';
import type { TargetEntity } from '#notices';
import type { ResolvedTarget } from '../resolve-targets.js';
import type { Deficiency, Filing } from './filing.js';

/** A target on its way to a notice; `routed` until it is known what becomes of it. */
export type PlannedTarget = Omit<TargetEntity, 'complaintId' | 'routedAt' | 'routedBy' | 'outcome'> & {
  outcome: TargetEntity['outcome'] | 'routed';
};

const mostAddresses = 2_000;

/** What was read, as targets of the complaint. Pure but for ids. */
export function planTargets(filing: Filing, read: readonly ResolvedTarget[]): PlannedTarget[] {
  if (read.length > mostAddresses) {
    const detail = `The pasted texts hold ${read.length} addresses, at most ${mostAddresses} fit one complaint: file them in parts.`;
    throw new Problem('validation_failed', { errors: [{ pointer: '#/targets', code: 'too_many_addresses', detail }] });
  }
  return read.map((target, ordinal) => planTarget(filing, target, ordinal));
}

function planTarget(filing: Filing, read: ResolvedTarget, ordinal: number): PlannedTarget {
  const filed = filing.targets[read.index]!;
  return {
    id: newId(),
    index: read.index,
    ordinal,
    raw: read.raw,
    url: read.url,
    host: read.host,
    platformId: read.platform?.id ?? null,
    contentType: read.contentType,
    contentId: read.contentId,
    part: read.part ?? null,
    accountRef: read.accountRef ?? null,
    accessCode: read.accessCode ?? null,
    canonicalKey: read.canonicalKey,
    matchedBy: read.matchedBy,
    workRef: filed.workRef,
    right: filed.right,
    description: filed.description,
    account: filed.account,
    outcome: read.outcome,
    code: read.code ?? null,
    detail: read.outcome === 'routed' ? null : read.detail,
    noticeId: null,
    itemId: null,
  };
}

/** Nothing of what was pasted can be found by anybody: the one element that every law asks for is missing. */
export function locationFault(targets: readonly PlannedTarget[]): Deficiency[] {
  if (targets.some(({ outcome }) => outcome !== 'unreadable')) return [];
  return [
    {
      element: 'location',
      code: 'location_missing',
      detail: {
        zh: '没有读出任何网络地址：请粘贴链接、分享文本、应用链接或作品编号。',
        en: 'No address could be read: paste a link, a share text, an app link or an item id.',
      },
      regime: 'cn.reg468',
      source: { law: '信息网络传播权保护条例', article: '第14条第2项' },
      targetIndexes: unique(targets.map(({ index }) => index)),
    },
  ];
}
