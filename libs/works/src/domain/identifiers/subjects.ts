import { hasCreditCodeChecksum, normalizeCreditCode, normalizeIcpNumber } from '#directory';
import { tenIsX, weighted } from './check-characters.js';
import { checked, compact, faulty, type IdentifierReading, misshapen, sound } from './reading.js';

/** 统一社会信用代码 (GB 32100); some early codes are legal and fail the check: a warning. */
export function readCreditCode(typed: string): IdentifierReading {
  const code = normalizeCreditCode(typed);
  if (code === null) return misshapen('统一社会信用代码', typed, '91440300708461136T');
  return { ...checked('统一社会信用代码', code, hasCreditCodeChecksum(code)), isWarning: !hasCreditCodeChecksum(code) };
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 居民身份证号码 (GB 11643): region, day of birth, sequence; the check character is 2 to the place, mod 11. */
export function readIdentityNumber(typed: string): IdentifierReading {
  const text = compact(typed);
  if (!/^[1-8]\d{16}[\dX]$/.test(text)) return misshapen('身份证号码', typed, '11010519491231002X');
  if (!isDay(text.slice(6, 14))) {
    return faulty(
      text,
      'impossible_date',
      '身份证号码中的出生日期不存在',
      'The day of birth in this number does not exist',
    );
  }
  const rest = weighted(text.slice(0, 17), (place) => identityWeights[place]!) % 11;
  return checked('身份证号码', text, tenIsX((12 - rest) % 11) === text[17]);
}

function isDay(text: string): boolean {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}

/** ICP 备案号 or telecom licence number. */
export function readIcpNumber(typed: string): IdentifierReading {
  const number = normalizeIcpNumber(typed);
  return number === null ? misshapen('ICP 备案号', typed, '京ICP备10046444号-9') : sound(number);
}
