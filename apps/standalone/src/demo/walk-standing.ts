import type { Refusal } from './walk-api.js';
import type { Clock, Item } from './walk-answers.js';
import { until } from './walk-terminal.js';

/** Where an item stands after a step: its clock, the article behind it, and who may do what next. */
export function standing(clock: Clock, { state, openTo }: Item): string[] {
  const skipped = clock.skipped.map(({ date, reason }) => `${date.slice(5)} ${reason}`).join(', ') || 'none';
  return [
    `   clock     ${clock.rule} until ${until(clock.dueAt)} → ${clock.state}${left(clock)}; days skipped: ${skipped}`,
    `   law       ${clock.source.law} ${clock.source.article} (${clock.basis})`,
    `   next      item ${state} → platform: ${listed(openTo.platform)}`,
    `             rights holder: ${listed(openTo.complainant)}`,
    `             regulator: ${listed(openTo.regulator)}`,
  ];
}

/** That nobody can do it twice. */
export function again(what: string, { status, code }: Refusal): string {
  return `   again     ${what} → ${status} ${code}`;
}

const listed = (actions: readonly string[]) => actions.join(', ') || 'nothing';

function left({ remainingSeconds }: Clock): string {
  if (remainingSeconds === null) return '';
  const minutes = Math.floor(remainingSeconds / 60);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  return `, ${days > 0 ? `${days} d ${hours} h` : `${hours} h ${minutes % 60} min`} left`;
}
