/** The path of an address without its query, and without the token of a mailed link: whoever has that answers by it. */
export function shownPath(url: string): string {
  return url.split('?', 1)[0]!.replace(/^(\/mail\/notices\/)[^/]+/i, '$1…');
}
