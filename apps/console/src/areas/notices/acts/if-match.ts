/** The version upon which one acts: where somebody else was faster the server says so, and nothing is done. */
export function ifMatch(tag: string | null): { 'If-Match'?: string } {
  return tag ? { 'If-Match': tag } : {};
}
