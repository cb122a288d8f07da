import type { Tx } from '#database';
import type { Caller } from '#identity';
import { counterReasons, type RefusalReason, refusalReasons } from '#law';
import {
  acknowledgeNotice,
  type Decision,
  decideItems,
  decisionOutcomes,
  forwardNotice,
  relayCounterNotice,
  restoreItem,
} from '#notices';
import type { ItemView } from '../notices/item.views.js';
import { beijingInstant, chosen, fault, neededText, textOf, type Typed } from './form.js';

/** The notice of the link: what is done, is done to it and its items alone. */
export interface ActedOn {
  id: string;
  items: ReadonlyArray<Pick<ItemView, 'id' | 'allowedActions'>>;
}

type Act = (typed: Typed, notice: ActedOn, argument: string) => Step;
/** What the page is to say of it beyond that it is done: elements that a counter-notice lacks. */
type Step = (tx: Tx, now: Date, caller: Caller) => Promise<{ missing?: string[] }>;

/** Every button of the page by the first word of its value. */
const acts: Readonly<Record<string, Act>> = {
  acknowledge:
    (_typed, { id }) =>
    async (tx, now, caller) => {
      await acknowledgeNotice(tx, now, caller, id, {});
      return {};
    },
  all: (typed, notice, outcome) => {
    const open = notice.items.filter(({ allowedActions }) => allowedActions.includes(actOf(outcome)));
    return decide(
      notice,
      open.map(({ id }) => decisionOf(typed, id, outcome, 'all')),
    );
  },
  items: (typed, notice) => {
    const answered = notice.items.filter(({ id }) => typed[`outcome.${id}`]);
    return decide(
      notice,
      answered.map(({ id }) => decisionOf(typed, id, typed[`outcome.${id}`]!, id)),
    );
  },
  forward: (typed, { id }) => {
    const method = chosen(typed, 'method', ['message', 'email', 'publication']);
    return async (tx, now, caller) => {
      await forwardNotice(tx, now, caller, id, { method, at: now });
      return {};
    };
  },
  relay: (typed, notice, itemId) => relay(typed, ownItem(notice, itemId)),
  restore: (_typed, notice, itemId) => {
    const id = ownItem(notice, itemId);
    return async (tx, now, caller) => {
      await restoreItem(tx, now, caller, id);
      return {};
    };
  },
};

/**
 * What a button of the page does with what was typed; `act` is its value, e.g. `all:removed`.
 * @throws Problem `validation_failed` for a field that is missing or cannot be read, or a button that the page has not
 */
export function actOfForm(typed: Typed, notice: ActedOn): Step {
  const [name, argument = ''] = (typed['act'] ?? '').split(':', 2);
  if (!Object.hasOwn(acts, name!)) throw fault('act', 'bad_format');
  return acts[name!]!(typed, notice, argument);
}

function actOf(outcome: string): string {
  if (outcome === 'refused') return 'refuse';
  return outcome === 'not_found' ? 'report_not_found' : 'act';
}

function decisionOf(typed: Typed, itemId: string, outcome: string, field: string): Decision {
  if (!(decisionOutcomes as readonly string[]).includes(outcome)) throw fault(`outcome.${field}`, 'bad_format');
  const note = textOf(typed, `note.${field}`, 2_000);
  if (outcome !== 'refused') {
    if (outcome === 'restored' && note === null) throw fault(`note.${field}`, 'reason_needs_note');
    return { itemId, outcome, note };
  }
  const reasonCode = chosen<RefusalReason>(typed, `reason.${field}`, refusalReasons);
  if (reasonCode === 'other' && note === null) throw fault(`note.${field}`, 'reason_needs_note');
  return { itemId, outcome, reasonCode, note };
}

function decide(notice: ActedOn, decisions: Decision[]): Step {
  if (decisions.length === 0) throw fault('act', 'nothing_chosen');
  return async (tx, now, caller) => {
    await decideItems(tx, now, caller, notice.id, { decisions });
    return {};
  };
}

function relay(typed: Typed, itemId: string): Step {
  const respondent = {
    name: neededText(typed, 'name'),
    contact: neededText(typed, 'contact'),
    address: textOf(typed, 'address', 500) ?? undefined,
    idType: textOf(typed, 'idType', 64) ?? undefined,
    idNumber: textOf(typed, 'idNumber', 64) ?? undefined,
  };
  const statement = neededText(typed, 'statement', 10_000);
  const reasonCode = chosen(typed, 'reasonCode', counterReasons);
  const proof = textOf(typed, 'proof', 4_000);
  const signature = textOf(typed, 'signature') ?? undefined;
  const ticked = (name: string) => (typed[name] === 'yes' ? true : undefined);
  return async (tx, now, caller) => {
    const { missing } = await relayCounterNotice(tx, now, caller, itemId, {
      respondent,
      statement,
      reasonCode,
      evidence: proof === null ? [] : [{ kind: 'ownership', text: proof, forward: true }],
      statements: { perjury: ticked('perjury'), jurisdiction: ticked('jurisdiction'), signature },
      receivedAt: beijingInstant(typed, 'receivedAt', now),
      forward: true,
    });
    return { missing: missing.map(({ element }) => element) };
  };
}

/** Of another notice there is no item here. */
function ownItem({ items }: ActedOn, itemId: string): string {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw fault('act', 'bad_format');
  return item.id;
}
