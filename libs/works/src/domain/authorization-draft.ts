import type { FieldError } from '#kernel';
import type { GrantedRight } from './rights.js';
import { documentFaults, type ProofDocument } from './proof-document.js';
import { isDay, shanghaiDay } from './shanghai-day.js';
import { territoryFaults } from './work-draft.js';

/** What an agent says that an owner granted it. */
export interface AuthorizationDraft {
  owner: { name: string; organizationId: string | null };
  /** Of the agent's own vault; none for a catalogue. */
  workIds: readonly string[];
  coversCatalogue: boolean;
  /** `流浪地球*`; none = all works of the owner. */
  titlePatterns: readonly string[];
  rights: readonly GrantedRight[];
  territories: readonly string[];
  validFrom: string;
  validUntil: string | null;
  allowsSublicence: boolean;
  parentAuthorizationId: string | null;
  documents: readonly ProofDocument[];
}

/** What can be told of a draft without asking the database: every fault with its pointer. */
export function authorizationFaults(draft: AuthorizationDraft, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (draft.owner.name.trim() === '') fault('#/owner/name', 'required', 'Give the name of the owner.');
  if (draft.coversCatalogue && draft.workIds.length > 0) {
    fault('#/workIds', 'either_or', 'List works, or grant a catalogue; not both.');
  }
  if (!draft.coversCatalogue && draft.workIds.length === 0) {
    fault('#/workIds', 'required', 'List works of your vault, or say `catalogue: true`.');
  }
  if (!draft.coversCatalogue && draft.titlePatterns.length > 0) {
    fault('#/titlePatterns', 'either_or', 'Patterns belong to a catalogue: say `catalogue: true`.');
  }
  draft.titlePatterns.forEach((pattern, place) => {
    if (!/[\p{L}\p{N}]/u.test(pattern)) {
      fault(
        `#/titlePatterns/${place}`,
        'bad_format',
        'A pattern has letters, e.g. 流浪地球*; leave patterns out for all works.',
      );
    }
  });
  return [
    ...faults,
    ...validityFaults(draft, now),
    ...territoryFaults(draft.territories),
    ...documentFaults(draft.documents),
  ];
}

function validityFaults({ validFrom, validUntil }: AuthorizationDraft, now: Date): FieldError[] {
  const days = { validFrom, validUntil };
  const faults = Object.entries(days).flatMap(([name, day]) =>
    day === null || isDay(day)
      ? []
      : [{ pointer: `#/${name}`, code: 'bad_day', detail: 'Give a day that exists, e.g. 2026-11-25.' }],
  );
  if (faults.length > 0 || validUntil === null) return faults;
  if (validUntil < validFrom) {
    return [{ pointer: '#/validUntil', code: 'before_start', detail: 'The last day is before the first.' }];
  }
  const isOver = validUntil < shanghaiDay(now);
  return isOver
    ? [{ pointer: '#/validUntil', code: 'in_past', detail: 'This authorization has already run out.' }]
    : [];
}
