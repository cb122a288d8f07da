import { mod112 } from './check-characters.js';
import { checked, compact, type IdentifierReading, inFours, misshapen } from './reading.js';

/** ISNI (ISO 27729): 15 digits and a check character, mod 11-2. */
export function readIsni(typed: string): IdentifierReading {
  return read(
    'ISNI',
    typed,
    compact(typed).replace(/^(HTTPS?:\/\/)?(ISNIORG\/ISNI\/|ISNI:?)/, ''),
    '0000-0001-2150-090X',
  );
}

/** ORCID: an ISNI of the block set aside for researchers. */
export function readOrcid(typed: string): IdentifierReading {
  return read('ORCID', typed, compact(typed).replace(/^(HTTPS?:\/\/)?(ORCIDORG\/|ORCID:?)/, ''), '0000-0002-1825-0097');
}

function read(name: string, typed: string, text: string, example: string): IdentifierReading {
  if (!/^\d{15}[\dX]$/.test(text)) return misshapen(name, typed, example);
  return checked(name, inFours(text), mod112(text.slice(0, 15)) === text[15]);
}
