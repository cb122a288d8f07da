const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The whole world. */
export const everywhere = 'WORLD';

/** `WORLD`, or a country or region by its two letters (ISO 3166-1): `CN`, `HK`. */
export function isTerritory(code: string): boolean {
  return (
    code === everywhere ||
    (/^[A-Z]{2}$/.test(code) && !/^(ZZ|XA|XB|EU|EZ|UN)$/.test(code) && names.of(code) !== undefined)
  );
}

export function coversTerritory(granted: readonly string[], territory: string): boolean {
  return granted.includes(everywhere) || granted.includes(territory);
}
