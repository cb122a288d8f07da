import { dispositionLabels } from '#law';
import { itemStates } from '../law/words/matter-words.js';
import type { ItemView } from '../notices/item.views.js';
import { refusalReasons } from './answer-section.js';
import { counterForm } from './counter-form.js';
import { type Html, html } from './html.js';
import { actForm, button, called, choice, input, type PageContext } from './page-context.js';

/** Every item with where it stands and what can still be done about it; one form for the answers to all of them. */
export function itemsSection(context: PageContext): Html {
  const { notice, say } = context;
  const isAnyOpen = notice.items.some((item) => outcomesOpenTo(item, context).length > 0);
  const answers = html`${notice.items.map((item, place) => itemRow(item, place, context))}
  ${isAnyOpen && button('items', say('submitItems'), 'main')}`;
  const restorable = notice.items.flatMap((item, place) =>
    item.allowedActions.includes('restore')
      ? [button(`restore:${item.id}`, `${nameOf(place, context)} · ${say('restore')}`)]
      : [],
  );
  return html`<section>
      <h2>${say('items')}</h2>
      ${isAnyOpen ? actForm(context, answers) : answers}
      ${restorable.length > 0 && actForm(context, html`${restorable}`)}
    </section>
    ${notice.items.map(
      (item, place) => item.allowedActions.includes('counter') && counterForm(item.id, nameOf(place, context), context),
    )}`;
}

function nameOf(place: number, { language, say }: PageContext): string {
  return language === 'zh' ? `${say('item')} ${place + 1} 项` : `${say('item')} ${place + 1}`;
}

function itemRow(item: ItemView, place: number, context: PageContext): Html {
  const { say, notice } = context;
  const { target, platformAccount: account } = item;
  const work = notice.works.find(({ ref }) => ref === target.workRef)?.title;
  const decision = item.disposition && called(dispositionLabels, item.disposition, context);
  const facts: Array<[string, string | null | undefined]> = [
    [say('state'), [called(itemStates, item.state, context), decision].filter(Boolean).join(' · ')],
    [say('address'), target.url],
    [say('asTyped'), target.raw === target.url ? null : target.raw],
    [say('accessCode'), target.accessCode],
    [say('account'), account && [account.handle, account.ref, account.url].filter(Boolean).join(' ')],
    [say('work'), work],
    [say('description'), target.description],
    [say('note'), item.note],
  ];
  const outcomes = outcomesOpenTo(item, context);
  return html`<div class="item">
    <strong>${nameOf(place, context)}</strong>
    ${factList(facts)} ${outcomes.length > 0 && answerFields(item, nameOf(place, context), outcomes, context)}
  </div>`;
}

/** Open where an answer is awaited; folded where the one that was given can only be corrected. */
function answerFields(
  { id, allowedActions }: ItemView,
  name: string,
  outcomes: ReadonlyArray<readonly [string, string]>,
  context: PageContext,
): Html {
  const { say, typed } = context;
  const reason = allowedActions.includes('refuse');
  const fields = html`<fieldset aria-label="${name}">
    ${choice(`outcome.${id}`, say('decision'), outcomes, context, say('noDecision'))}
    ${reason && choice(`reason.${id}`, say('reason'), refusalReasons(context), context, '—')}
    ${input(`note.${id}`, say('note'), context, { max: 2_000 })}
  </fieldset>`;
  const isAwaited = ['act', 'decide_counter', 'keep_delinked'].some((action) => allowedActions.includes(action));
  if (isAwaited) return fields;
  return html`<details ${typed[`outcome.${id}`] && html` open`}>
    <summary>${say('correct')}</summary>
    ${fields}
  </details>`;
}

/** Addresses are shown, never linked: nobody is led to what is complained of. */
export function factList(facts: ReadonlyArray<readonly [string, string | null | undefined]>): Html {
  return html`<dl>
    ${facts.map(
      ([name, value]) =>
        value &&
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** The decisions that the lifecycle leaves open for an item, in the words of the law that applies. */
function outcomesOpenTo({ allowedActions }: ItemView, context: PageContext): Array<readonly [string, string]> {
  const { say, regime } = context;
  const isOpen = (...actions: string[]) => actions.some((action) => allowedActions.includes(action));
  const disposition = (one: string) => [one, called(dispositionLabels, one, context)] as const;
  return [
    ...(isOpen('act', 'revise', 'decide_counter') ? regime.sufficientDispositions.map(disposition) : []),
    ...(isOpen('keep_delinked') ? [disposition('delinked')] : []),
    ...(isOpen('refuse') ? [['refused', say('refuse')] as const] : []),
    ...(isOpen('report_not_found') ? [['not_found', say('notFound')] as const] : []),
    ...(isOpen('restore_own_motion', 'decide_counter') ? [['restored', say('restoredByUs')] as const] : []),
  ];
}
