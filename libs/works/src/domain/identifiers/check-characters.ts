const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character of ISO 7064 mod 37,36 for letters and digits: ISAN and EIDR. */
export function mod3736(text: string): string {
  let rest = 36;
  for (const character of text) {
    const sum = (rest + alphabet.indexOf(character)) % 36 || 36;
    rest = (sum * 2) % 37;
  }
  return alphabet[(37 - rest) % 36]!;
}

/** The check character of ISO 7064 mod 11-2 for digits: ISNI and ORCID. */
export function mod112(digits: string): string {
  let rest = 0;
  for (const digit of digits) rest = ((rest + Number(digit)) * 2) % 11;
  return tenIsX((12 - rest) % 11);
}

/** The sum of digits, each times the weight of its place. */
export function weighted(digits: string, weightAt: (place: number) => number): number {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * weightAt(place), 0);
}

export function tenIsX(value: number): string {
  return value === 10 ? 'X' : String(value);
}
