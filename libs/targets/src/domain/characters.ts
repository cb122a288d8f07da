/** Character classes of pasted text. All work on one UTF-16 unit, so that every scan is a single pass. */

/** Space, line break or control character. */
export function isSpace(code: number): boolean {
  return code <= 0x20 || (code >= 0x7f && code <= 0xa0);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

export function isAsciiAlnum(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code);
}

/** Letters of scripts written without spaces (Han, kana, bopomofo, Hangul): they touch an address without being part of it. */
export function isCjkLetter(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3040 && code <= 0x31bf) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

const LETTER = /[\p{L}\p{M}\p{Nd}]/u;

/** Letters of other scripts, as in an internationalised name or path. Symbols, emoji and punctuation are not letters. */
export function isOtherLetter(code: number): boolean {
  return code > 0xa0 && !isCjkLetter(code) && LETTER.test(String.fromCharCode(code));
}

/** What a host name may consist of, before it is judged. */
export function isHostCharacter(code: number): boolean {
  return (
    isAsciiAlnum(code) || code === 0x2d || code === 0x2e || code === 0x5f || isCjkLetter(code) || isOtherLetter(code)
  );
}

const TAIL = Uint8Array.from({ length: 0x80 }, (_zero, code) =>
  code > 0x20 && code < 0x7f && !'<>"`|^{}'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** ASCII that may stand in the path, query or fragment of a pasted address; quotes and angle brackets end it. */
export function isTailCharacter(code: number): boolean {
  return TAIL[code] === 1;
}

/** Ends the authority of an address: `/`, `?`, `#` or the backslash that stands for a slash. */
export function endsAuthority(code: number): boolean {
  return code === 0x2f || code === 0x3f || code === 0x23 || code === 0x5c;
}
