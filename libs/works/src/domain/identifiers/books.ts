import { tenIsX, weighted } from './check-characters.js';
import { checked, compact, type IdentifierReading, misshapen } from './reading.js';

/** ISBN-13 (ISO 2108): 978 or 979, weights 1 and 3, mod 10. Stored as 13 digits: where the groups end is not in the number. */
export function readIsbn(typed: string): IdentifierReading {
  const digits = compact(typed).replace(/^ISBN(13)?:?(?=97)/, '');
  if (!/^97[89]\d{10}$/.test(digits)) return misshapen('ISBN-13', typed, '978-7-5366-9293-0');
  const isRight = weighted(digits, (place) => (place % 2 === 0 ? 1 : 3)) % 10 === 0;
  return checked('ISBN', digits, isRight);
}

/** ISSN (ISO 3297): weights 8 to 2, mod 11. */
export function readIssn(typed: string): IdentifierReading {
  const text = compact(typed).replace(/^ISSN:?/, '');
  if (!/^\d{7}[\dX]$/.test(text)) return misshapen('ISSN', typed, '2049-3630');
  const sum = weighted(text.slice(0, 7), (place) => 8 - place);
  return checked('ISSN', `${text.slice(0, 4)}-${text.slice(4)}`, tenIsX((11 - (sum % 11)) % 11) === text[7]);
}
