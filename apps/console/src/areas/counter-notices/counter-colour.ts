const colours: Partial<Record<string, string>> = {
  received: 'gold',
  forwarded: 'purple',
  invalid: 'red',
  rejected: 'red',
};

/** Always beside the word. */
export function counterColour(state: string): string | undefined {
  return colours[state];
}
