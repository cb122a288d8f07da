const colours: Partial<Record<string, string>> = {
  pending: 'gold',
  supplement_requested: 'gold',
  reappeared: 'volcano',
  contested: 'purple',
  waiting: 'purple',
  restore_due: 'volcano',
  actioned: 'green',
  held: 'green',
  refused: 'red',
};

/** Beside the word, never in its place: what waits is warm, what is down is green, what was refused is red. */
export function itemColour(state: string): string | undefined {
  return colours[state];
}

const noticeColours: Partial<Record<string, string>> = {
  served: 'gold',
  acknowledged: 'blue',
  decided: 'green',
};

export function noticeColour(state: string): string | undefined {
  return noticeColours[state];
}
