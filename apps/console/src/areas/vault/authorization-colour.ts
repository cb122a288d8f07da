const colours: Partial<Record<string, string>> = {
  pending: 'gold',
  approved: 'green',
  rejected: 'red',
  revoked: 'red',
  frozen: 'blue',
};

/** Always beside the word. */
export function authorizationColour(state: string): string | undefined {
  return colours[state];
}
