import type { Label } from '#law';

/** What a typed identifier was read as. */
export interface IdentifierReading {
  /** The one spelling that is stored and compared; as typed where it has no known shape. */
  normalised: string;
  fault?: IdentifierFault;
  /** The fault is a reason to look again, not to refuse: some such numbers are legal. */
  isWarning: boolean;
}

export interface IdentifierFault {
  code: 'bad_format' | 'bad_check_digit' | 'impossible_date' | 'unknown_scheme' | 'unknown_form';
  detail: Label;
}

export function sound(normalised: string): IdentifierReading {
  return { normalised, isWarning: false };
}

export function faulty(normalised: string, code: IdentifierFault['code'], zh: string, en: string): IdentifierReading {
  return { normalised, fault: { code, detail: { zh, en } }, isWarning: false };
}

/** The check digit decides between a number and a mistyped one. */
export function checked(name: string, normalised: string, isRight: boolean): IdentifierReading {
  if (isRight) return sound(normalised);
  const zh = `${name} 的校验位不正确，请核对是否有误`;
  return faulty(normalised, 'bad_check_digit', zh, `The check digit of this ${name} is wrong; look for a mistyped one`);
}

export function misshapen(name: string, typed: string, example: string): IdentifierReading {
  const zh = `不是有效的 ${name}，格式如 ${example}`;
  return faulty(typed.trim(), 'bad_format', zh, `This is not a ${name}; write it like ${example}`);
}

/** Full width folded, upper case, without spaces, dots and any kind of dash: what remains is the number. */
export function compact(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.·\p{Pd}−]/gu, '');
}

/** `0000000121500900` in groups of four, joined by dashes. */
export function inFours(text: string): string {
  return text.match(/.{1,4}/g)!.join('-');
}
