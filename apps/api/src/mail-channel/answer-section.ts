import { dispositionLabels, refusalReasonLabels } from '#law';
import { actForm, button, called, choice, type PageContext, textArea } from './page-context.js';
import { type Html, html } from './html.js';

/** The answer of one button for everything that is open: what a small platform needs, and nothing before it. */
export function answerSection(context: PageContext): Html {
  const { notice, say, regime } = context;
  const opens = (action: string) => notice.items.some(({ allowedActions }) => allowedActions.includes(action));
  const dispositions = opens('act') ? regime.sufficientDispositions : [];
  const all = dispositions.map((one, place) => {
    const words = `${say('all')}${called(dispositionLabels, one, context)}`;
    return button(`all:${one}`, words, place === 0 ? 'main' : 'plain');
  });
  const acknowledge =
    opens('act') && notice.allowedActions.includes('acknowledge') && button('acknowledge', say('acknowledge'));
  const notFound = opens('report_not_found') && button('all:not_found', say('allNotFound'));
  if (all.length === 0 && !acknowledge && !notFound) {
    return html`<section>
      <h2>${say('answer')}</h2>
      <p>${say('nothingOpen')}</p>
    </section>`;
  }
  return html`<section class="quick">
    <h2>${say('answer')}</h2>
    ${all.length > 0 && html`<p class="quiet">${say('answerHint')}</p>`}
    ${actForm(context, html`${all}${notFound}${acknowledge}`)}
    ${
      opens('refuse') &&
      html`<details${context.typed['act'] === 'all:refused' && html` open`}>
      <summary>${say('refuseAll')}</summary>${actForm(context, refusalFields('all', context))}
    </details>`
    }
  </section>`;
}

function refusalFields(field: string, context: PageContext): Html {
  const { say } = context;
  return html`${choice(`reason.${field}`, say('reason'), refusalReasons(context), context, '—')}
  ${textArea(`note.${field}`, say('note'), context, 2_000)} ${button(`all:refused`, say('refuseAll'))}`;
}

export function refusalReasons(context: PageContext): Array<readonly [string, string]> {
  return Object.keys(refusalReasonLabels).map((code) => [code, called(refusalReasonLabels, code, context)] as const);
}
