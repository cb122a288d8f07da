// A resident identity number (GB 11643): region, date of birth, sequence, check character.
const residentNumber =
  /(?<![0-9A-Za-z])\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;

/** All but the last four characters hidden; a number so short that this would show most of it is hidden whole. */
export function maskNumber(number: string): string {
  const shown = number.length >= 8 ? number.slice(-4) : '';
  return '*'.repeat(number.length - shown.length) + shown;
}

/** Free text with the numbers in it masked: those that the parties gave as theirs, and whatever is a resident number. */
export function maskNumbersIn(text: string, partyNumbers: readonly string[]): string {
  let masked = text;
  for (const number of partyNumbers) if (number) masked = masked.replaceAll(number, maskNumber(number));
  return masked.replace(residentNumber, maskNumber);
}
