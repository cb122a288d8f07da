import type { PlatformEntry } from '#directory';
import type { FormAgent, FormLanguage, FormParty, FormTarget, NoticeFormData } from '#documents';
import type { LinkedFile } from '#evidence';
import { unique } from '#kernel';
import { regimeOf, type RegimeId } from '#law';
import type { ComplaintDocument, ItemRow, NoticeDetail } from '#notices';
import { partiesFor } from '../notices/parties.js';
import { proofsOf } from './proofs-of.js';
import { counterElementsOf, formRegimeOf } from './regime-of-form.js';

/** What the form says of an item. */
type FormItem = Pick<
  ItemRow,
  | 'raw'
  | 'url'
  | 'host'
  | 'contentType'
  | 'contentId'
  | 'part'
  | 'accessCode'
  | 'account'
  | 'accountRef'
  | 'right'
  | 'description'
  | 'workRef'
>;

export interface NoticeDocument {
  notice: Pick<
    NoticeDetail,
    | 'document'
    | 'regime'
    | 'regimeVersion'
    | 'number'
    | 'complaintNumber'
    | 'receivedAt'
    | 'servedAt'
    | 'platformName'
    | 'ground'
  >;
  /** Those that the copy is about. */
  items: readonly FormItem[];
  platform: PlatformEntry | null;
  /** Files of the notice and its complaint that the reader may have. */
  files: ReadonlyArray<Pick<LinkedFile, 'id' | 'name' | 'sha256' | 'forward'>>;
  /** The complainant reads its own words whole, everybody else identity numbers by their last four. */
  isForComplainant: boolean;
  copy: 'served' | 'forwarded';
  language: FormLanguage;
}

/** A notice in the terms of the form; pure, so that what each copy may say is read here. */
export function noticeFormOf(input: NoticeDocument): NoticeFormData {
  const { notice, items, platform, copy, language } = input;
  const { document } = notice;
  const { statements } = document;
  const regime = regimeOf(notice.regime as RegimeId, notice.regimeVersion);
  const isForwarded = copy === 'forwarded';
  const workOf = new Map(document.works.map((work) => [work.ref, work]));
  const refs = new Set(items.map(({ workRef }) => workRef));
  return {
    language,
    copy,
    number: notice.number,
    complaintNumber: notice.complaintNumber,
    receivedAt: notice.receivedAt,
    servedAt: notice.servedAt,
    regime: formRegimeOf(regime, language),
    provider: {
      name: platform?.name ?? notice.platformName,
      email: platform?.contactEmail,
      domain: platform?.hosts.join(language === 'zh' ? '、' : ', '),
    },
    ...partiesOf(input),
    site: {
      domain: unique(items.flatMap(({ host }) => host ?? [])).join(language === 'zh' ? '、' : ', '),
      icpNumber: platform?.icpNumber,
    },
    ground: notice.ground,
    works: document.works.filter(({ ref }) => refs.has(ref)),
    targets: items.map((item) => targetOf(item, workOf.get(item.workRef)?.title ?? item.workRef)),
    proofs: isForwarded
      ? proofsOf(
          document.evidence.filter(({ kind, forward }) => forward && kind !== 'identity'),
          input.files.filter(({ forward }) => forward),
        )
      : proofsOf(document.evidence, input.files),
    demand: document.demand as NoticeFormData['demand'],
    statements: {
      accuracy: statements.accuracy === true,
      goodFaith: statements.goodFaith === true,
      perjury: statements.perjury === true,
    },
    signature: statements.signature,
    signedAt: statements.signedAt ? new Date(statements.signedAt) : null,
    counterElements: isForwarded ? counterElementsOf(regime, language) : [],
  };
}

/** Whoever filed for another is the agent; the other is the rights holder. */
function partiesOf({ notice, isForComplainant, copy }: NoticeDocument): {
  rightsHolder: FormParty;
  agent: FormAgent | null;
} {
  const { document } = notice;
  if (copy === 'forwarded') return forwardedParties(document);
  const { complainant, onBehalfOf } = partiesFor(document, isForComplainant ? 'complainant' : null);
  if (!onBehalfOf) return { rightsHolder: complainant, agent: null };
  const proven = document.evidence.find(({ kind }) => kind === 'authorization');
  const authorization = onBehalfOf.authorizationId ?? proven?.text ?? proven?.url ?? proven?.fileId;
  return { rightsHolder: onBehalfOf, agent: { ...complainant, authorization } };
}

/** The user learns the holder's name and contact (domain.md §5); an agent's own contact stands in for a missing one. */
function forwardedParties({ complainant, onBehalfOf }: ComplaintDocument) {
  const holder = onBehalfOf ?? complainant;
  const hasContact = holder.contact || holder.email;
  const { contact, email } = hasContact ? holder : complainant;
  return { rightsHolder: { name: holder.name, contact, email }, agent: onBehalfOf ? { name: complainant.name } : null };
}

function targetOf(item: FormItem, work: string): FormTarget {
  const { raw, url, contentType, contentId, part, accessCode, account, accountRef, right, description } = item;
  return {
    raw,
    url,
    canonicalId: contentId && [contentType, contentId, part].filter(Boolean).join(' '),
    accessCode,
    account: account?.handle ?? account?.url ?? accountRef,
    work,
    right,
    description,
  };
}
