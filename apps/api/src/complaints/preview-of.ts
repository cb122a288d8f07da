import type { Tx } from '#database';
import { platformsById } from '#directory';
import { type FormLanguage, noticeOutline } from '#documents';
import { requireOwnFiles } from '#evidence';
import type { Caller } from '#identity';
import { type Filing, type FilingPreview, mistypedNumbers, previewFiling } from '#intake';
import { noticeFormOf } from '../documents/notice-form-of.js';
import { filingOf } from './filing-of.js';
import type { PreviewComplaintRequest } from './preview.requests.js';
import {
  clocksOfNotice,
  complaintPreview,
  type ComplaintPreviewView,
  type PreviewNoticeView,
} from './preview.views.js';

/** As many items of a notice as a screen shows; the rest are counted. */
const shownItems = 20;

export async function previewOf(
  tx: Tx,
  now: Date,
  caller: Caller,
  body: PreviewComplaintRequest,
  language: FormLanguage,
): Promise<ComplaintPreviewView> {
  const works = worksOf(body);
  const filing = await filingOf(tx, now, caller, { ...body, ...filled(body), works, targets: targetsOf(body, works) });
  const preview = await previewFiling(tx, now, caller, filing, language);
  const notices = await noticesOf(tx, now, caller, filing, preview, language);
  return complaintPreview(preview, notices, mistypedNumbers(works), language);
}

/** What filing requires and a person has not typed yet: blank, which the law's check then names as missing. */
const filled = ({ ground }: PreviewComplaintRequest) => ({ ground: ground ?? 'copyright' });

function worksOf({ works = [] }: PreviewComplaintRequest) {
  const named = works.length > 0 ? works : [{ ref: 'w1' }];
  return named.map((work) =>
    'workId' in work && work.workId ? work : { ...work, title: titleOf(work), category: categoryOf(work) },
  );
}

const titleOf = ({ title }: { title?: string }) => title ?? '';
const categoryOf = ({ category }: { category?: string }) => category ?? 'other';

/** A target whose work is not there yet belongs to the first one. */
function targetsOf({ targets = [] }: PreviewComplaintRequest, works: ReadonlyArray<{ ref: string }>) {
  const refs = new Set(works.map(({ ref }) => ref));
  return targets.map((target) => ({
    ...target,
    workRef: target.workRef && refs.has(target.workRef) ? target.workRef : works[0]!.ref,
  }));
}

async function noticesOf(
  tx: Tx,
  now: Date,
  caller: Caller,
  { ground, document }: Filing,
  { notices }: FilingPreview,
  language: FormLanguage,
): Promise<PreviewNoticeView[]> {
  const platforms = await platformsById(
    tx,
    notices.map(({ platformId }) => platformId),
  );
  const references = document.evidence.map(({ fileId }) => ({ fileId, pointer: '#/evidence' }));
  const own = await requireOwnFiles(tx, caller.organizationId, references);
  const files = [...own.values()].map((file) => ({ ...file, forward: false }));
  const views: PreviewNoticeView[] = [];
  for (const notice of notices) {
    const { platformId, regime, targets, drafted } = notice;
    const platform = platforms.get(platformId)!;
    const form = noticeFormOf({
      notice: {
        document,
        regime: regime.id,
        regimeVersion: regime.version,
        number: '—',
        complaintNumber: '—',
        receivedAt: now,
        servedAt: null,
        platformName: platform.name,
        ground,
      },
      items: targets.slice(0, shownItems),
      platform,
      files,
      isForComplainant: true,
      copy: 'served',
      language,
    });
    views.push({
      platform: { id: platform.id, name: platform.name },
      regime: regime.id,
      state: drafted?.state ?? null,
      clocks: clocksOfNotice(notice),
      itemCount: targets.length,
      itemsLeftOut: Math.max(0, targets.length - shownItems),
      form: await noticeOutline(form),
    });
  }
  return views;
}
