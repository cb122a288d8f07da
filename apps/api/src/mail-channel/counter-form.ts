import { counterReasonLabels } from '#law';
import { type Html, html } from './html.js';
import { actForm, button, called, choice, input, type PageContext, textArea, tickBox } from './page-context.js';

/** The statement of the platform's user against one item, as the platform relays it; US law asks for two vows more. */
export function counterForm(itemId: string, itemName: string, context: PageContext): Html {
  const { say, regime, typed } = context;
  const act = `relay:${itemId}`;
  const own = typed['act'] === act ? context : { ...context, typed: {} };
  const asks = (element: string) => regime.counterElements.some((rule) => rule.element === element);
  const reasons = Object.keys(counterReasonLabels).map(
    (code) => [code, called(counterReasonLabels, code, context)] as const,
  );
  const fields = html`<p class="quiet">${say('counterHint')}</p>
    ${input('name', say('respondent'), own, { needed: true })}
    ${input('contact', say('contact'), own, { needed: true })}
    ${input('address', say('postalAddress'), own, { max: 500 })} ${input('idType', say('idType'), own, { max: 64 })}
    ${input('idNumber', say('idNumber'), own, { max: 64 })}
    ${textArea('statement', say('statement'), own, 10_000, true)}
    ${choice('reasonCode', say('counterReason'), reasons, own, '—')} ${textArea('proof', say('proof'), own, 4_000)}
    ${input('signature', say('signature'), own)} ${asks('perjury') && tickBox('perjury', say('counterPerjury'), own)}
    ${asks('jurisdiction') && tickBox('jurisdiction', say('jurisdiction'), own)}
    ${input('receivedAt', say('receivedAt'), own, { type: 'datetime-local', max: 19 })}
    ${button(act, say('relay'), 'main')}`;
  return html`<section>
    <details${typed['act'] === act && html` open`}>
      <summary>${say('counter')} · ${itemName}</summary>${actForm(context, fields)}
    </details>
  </section>`;
}
