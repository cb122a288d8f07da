import { type FieldError, Problem } from '#kernel';
import type { WorkCategory } from '#law';
import type { IdentifierReading } from './identifiers/reading.js';
import { readRegistrationNumber } from './identifiers/registrations.js';
import { readIdentifier } from './identifiers/schemes.js';
import { documentFaults, isWebAddress, type ProofDocument, webAddressFault } from './proof-document.js';
import { isTerritory } from './territories.js';

/** What an organization says of a work of its vault. */
export interface WorkDraft {
  title: string;
  category: WorkCategory;
  identifiers: Readonly<Record<string, string>>;
  registrationNumber: string | null;
  originalUrls: readonly string[];
  territories: readonly string[];
  holderName: string | null;
  documents: readonly ProofDocument[];
}

/**
 * The draft in the spellings that are stored.
 * @throws Problem `validation_failed` with a pointer to every fault; what is merely odd is told by `workWarnings`
 */
export function spelledWork(draft: WorkDraft): WorkDraft {
  const faults: FieldError[] = identifierFaults(draft);
  if (draft.title.trim() === '') faults.push({ pointer: '#/title', code: 'required', detail: 'Give the title.' });
  draft.originalUrls.forEach((url, place) => {
    if (!isWebAddress(url)) faults.push(webAddressFault(`#/originalUrls/${place}`));
  });
  faults.push(...territoryFaults(draft.territories), ...documentFaults(draft.documents));
  if (faults.length > 0) throw new Problem('validation_failed', { errors: faults });
  return {
    ...draft,
    title: draft.title.trim(),
    identifiers: Object.fromEntries(
      Object.entries(draft.identifiers).map(([scheme, typed]) => {
        const name = scheme.trim().toLowerCase();
        return [name, readIdentifier(name, typed).normalised];
      }),
    ),
    registrationNumber: draft.registrationNumber && readRegistrationNumber(draft.registrationNumber).normalised,
    holderName: draft.holderName?.trim() || null,
  };
}

/** What is mistyped in the numbers of a work, each with its place; what is merely odd is no fault. */
export function identifierFaults(
  work: Pick<WorkDraft, 'identifiers' | 'registrationNumber'>,
  place = '#',
): FieldError[] {
  return readings(work).flatMap(([pointer, { fault, isWarning }]) =>
    fault && !isWarning
      ? [{ pointer: pointer.replace('#', place), code: fault.code, detail: `${fault.detail.en}. ${fault.detail.zh}。` }]
      : [],
  );
}

export interface WorkWarning extends FieldError {
  detailZh: string;
}

/** What is accepted and looks wrong, each with its place. */
export function workWarnings(work: Pick<WorkDraft, 'identifiers' | 'registrationNumber'>): WorkWarning[] {
  return readings(work).flatMap(([pointer, { fault, isWarning }]) =>
    fault && isWarning ? [{ pointer, code: fault.code, detail: fault.detail.en, detailZh: fault.detail.zh }] : [],
  );
}

export function territoryFaults(territories: readonly string[]): FieldError[] {
  return territories.flatMap((code, place) =>
    isTerritory(code)
      ? []
      : [
          {
            pointer: `#/territory/${place}`,
            code: 'unknown_territory',
            detail: 'Give WORLD or two letters such as CN.',
          },
        ],
  );
}

function readings(work: Pick<WorkDraft, 'identifiers' | 'registrationNumber'>): Array<[string, IdentifierReading]> {
  const { identifiers, registrationNumber } = work;
  const read = Object.entries(identifiers).map(([scheme, typed]): [string, IdentifierReading] => [
    `#/identifiers/${scheme.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    readIdentifier(scheme.trim().toLowerCase(), typed),
  ]);
  if (registrationNumber) read.push(['#/registrationNumber', readRegistrationNumber(registrationNumber)]);
  return read;
}
