import { readEidr, readIsan } from './audiovisual.js';
import { readIsbn, readIssn } from './books.js';
import { readIsni, readOrcid } from './names.js';
import { faulty, type IdentifierReading } from './reading.js';
import { readIsrc, readIswc } from './recordings.js';
import { readDci, readRegistrationNumber, readSoftwareRegistration } from './registrations.js';
import { readCreditCode, readIcpNumber, readIdentityNumber } from './subjects.js';

/** The names under which identifiers are given, and how each is read (law.md §6). */
export const identifierSchemes = {
  isbn: readIsbn,
  issn: readIssn,
  isrc: readIsrc,
  iswc: readIswc,
  isan: readIsan,
  eidr: readEidr,
  isni: readIsni,
  orcid: readOrcid,
  registration_number: readRegistrationNumber,
  software_registration: readSoftwareRegistration,
  dci: readDci,
  credit_code: readCreditCode,
  identity_number: readIdentityNumber,
  icp_number: readIcpNumber,
} as const satisfies Record<string, (typed: string) => IdentifierReading>;

export type IdentifierScheme = keyof typeof identifierSchemes;

/** A scheme that we do not know is kept as typed, with a warning: there are more registries than laws name. */
export function readIdentifier(scheme: string, typed: string): IdentifierReading {
  if (Object.hasOwn(identifierSchemes, scheme)) return identifierSchemes[scheme as IdentifierScheme](typed);
  const zh = '未知的标识符类型，已按原样保存';
  const en = 'This kind of identifier is not known; it is kept as typed';
  return { ...faulty(typed.trim(), 'unknown_scheme', zh, en), isWarning: true };
}
