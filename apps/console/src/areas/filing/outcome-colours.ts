import type { Preview } from './request-of.js';

export const outcomeColours: Record<Preview['targets'][number]['outcomeIfFiled'], string> = {
  served: 'green',
  awaiting_service: 'blue',
  duplicate: 'gold',
  deficient: 'default',
  unrouted: 'purple',
  unreadable: 'red',
  no_respondent: 'red',
  reported_again: 'gold',
  refused_second_notice: 'red',
};
