const colours: Partial<Record<string, string>> = {
  deficient: 'gold',
  filed: 'blue',
  served: 'green',
  reported_again: 'green',
  unreadable: 'red',
  no_respondent: 'red',
  refused_second_notice: 'red',
  unrouted: 'gold',
};

/** Of a complaint, and of what became of one target; always beside the word. */
export function stateColour(state: string): string | undefined {
  return colours[state];
}
