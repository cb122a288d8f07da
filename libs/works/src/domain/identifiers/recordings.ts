import { weighted } from './check-characters.js';
import { checked, compact, type IdentifierReading, misshapen, sound } from './reading.js';

/** ISRC (ISO 3901): country, registrant, year, designation; it has no check digit. */
export function readIsrc(typed: string): IdentifierReading {
  const text = compact(typed).replace(/^ISRC:?(?=.{12}$)/, '');
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(text) ? sound(text) : misshapen('ISRC', typed, 'GB-AYE-06-01498');
}

/** ISWC (ISO 15707): T, nine digits with weights 1 to 9 and the T for one, mod 10. */
export function readIswc(typed: string): IdentifierReading {
  const text = compact(typed).replace(/^ISWC:?/, '');
  if (!/^T\d{10}$/.test(text)) return misshapen('ISWC', typed, 'T-034.524.680-1');
  const [number, check] = [text.slice(1, 10), text[10]!];
  const sum = 1 + weighted(number, (place) => place + 1);
  const spelled = `T-${number.slice(0, 3)}.${number.slice(3, 6)}.${number.slice(6)}-${check}`;
  return checked('ISWC', spelled, String((10 - (sum % 10)) % 10) === check);
}
