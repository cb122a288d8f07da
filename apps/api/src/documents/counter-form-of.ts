import type { PlatformEntry } from '#directory';
import type { CounterNoticeFormData, FormLanguage, FormParty } from '#documents';
import type { LinkedFile } from '#evidence';
import { regimeOf, type RegimeId } from '#law';
import type { CounterNoticeRow } from '#notices';
import type { CounterReader } from '../counter-notices/counter-reader-of.js';
import { proofsOf } from './proofs-of.js';
import { formRegimeOf } from './regime-of-form.js';

/** A counter-notice in the terms of the form; pure, so that what each reader may see of its author is read here. */
export function counterFormOf(input: {
  counter: CounterNoticeRow;
  platform: PlatformEntry | null;
  files: readonly LinkedFile[];
  reader: CounterReader;
  language: FormLanguage;
}): CounterNoticeFormData {
  const { counter, platform, files, reader, language } = input;
  const { respondent, statement, evidence, statements } = counter.document;
  const shown = reader === 'complainant' ? evidence.filter(({ kind }) => kind !== 'identity') : evidence;
  return {
    language,
    number: counter.id,
    noticeNumber: counter.noticeNumber,
    receivedAt: counter.receivedAt,
    regime: formRegimeOf(regimeOf(counter.regime as RegimeId, counter.regimeVersion), language),
    provider: {
      name: platform?.name ?? counter.platformName,
      email: platform?.contactEmail,
      domain: platform?.hosts.join(language === 'zh' ? '、' : ', '),
    },
    author: authorFor(respondent, reader),
    targets: [
      {
        raw: counter.raw,
        url: counter.url,
        canonicalId: counter.contentId && [counter.contentType, counter.contentId].filter(Boolean).join(' '),
        work: counter.title,
      },
    ],
    reason: counter.reasonCode,
    statement,
    proofs: proofsOf(
      shown,
      files.filter(({ readers }) => readers.includes(reader)),
    ),
    statements: {
      accuracy: statements.accuracy === true,
      perjury: statements.perjury === true,
      jurisdiction: statements.jurisdiction === true,
    },
    signature: statements.signature,
    signedAt: null,
  };
}

/**
 * domain.md §5: the rights holder needs a name to sue and an address to serve, and gets no number; platform and
 * authority read its last four.
 */
function authorFor(respondent: CounterNoticeRow['document']['respondent'], reader: CounterReader): FormParty {
  const { name, contact, address, idNumber } = respondent;
  if (reader === 'complainant') return { name, contact, address };
  return { ...respondent, idNumber: idNumber && idNumber.slice(-4).padStart(idNumber.length, '*') };
}
