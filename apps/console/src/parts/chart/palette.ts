/** Okabe and Ito's colours, which people see apart who see few; dark enough for a line on white. */
export const palette = {
  blue: '#0072b2',
  orange: '#d55e00',
  green: '#007a5e',
  purple: '#a4508b',
  grey: '#667085',
} as const;

/** From nothing to much, for a map of heat: lightness alone carries it. */
export const heat = ['#fef3e6', '#fdc58a', '#f28e3c', '#c4540b', '#7a2e04'] as const;

export const ink = '#475467';
export const hairline = '#e4e7ec';
