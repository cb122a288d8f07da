import { citation, clockRule, proceedingKindLabels, type ProceedingKind } from '#law';
import { beijingDeadline, beijingTime } from '#mail';
import { clockStates } from '../law/words/clock-words.js';
import { evidenceKinds, grounds, workCategories } from '../law/words/filing-words.js';
import { counterNoticeStates, forwardingMethods, noticeStates, orderDirections } from '../law/words/matter-words.js';
import type { DeadlineView } from '../notices/deadline.views.js';
import type { PartyView } from '../notices/document.views.js';
import { type Html, html } from './html.js';
import { factList } from './items-section.js';
import { actForm, button, called, choice, type PageContext } from './page-context.js';

type Fact = readonly [string, string | null | undefined];

export function summarySection(context: PageContext): Html {
  const { notice, say, language, regime } = context;
  return html`<section>
    ${factList([
      [say('to'), notice.platform.name],
      [say('from'), notice.parties.complainant.name],
      [say('onBehalfOf'), notice.parties.onBehalfOf?.name],
      [say('works'), notice.works.map(({ title }) => title).join(language === 'zh' ? '、' : ', ')],
      [say('ground'), called(grounds, notice.ground, context)],
      [say('law'), citation(regime.source)[language]],
      [say('served'), notice.servedAt && beijingTime(notice.servedAt, language)],
      [say('state'), called(noticeStates, notice.state, context)],
      [say('acknowledged'), notice.acknowledgedAt && beijingTime(notice.acknowledgedAt, language)],
    ])}
  </section>`;
}

/** Every clock with its law, those that run before those that have ended. */
export function clocksSection(context: PageContext): Html {
  const { notice, say, language } = context;
  const rows = [...notice.deadlines].sort((a, b) => Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null));
  return html`<section>
    <h2>${say('clocks')}</h2>
    <table>
      <thead>
        <tr>
          <th>${say('clocks')}</th>
          <th>${say('due')}</th>
          <th>${say('remaining')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td>
                ${clockRule(row.rule)?.label[language] ?? row.rule}<br /><span class="quiet"
                  >${row.source && citation(row.source)[language]}</span
                >
              </td>
              <td>${beijingDeadline(row.dueAt, language)}</td>
              <td>${remaining(row, context)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function remaining({ remainingSeconds, state }: DeadlineView, context: PageContext): Html {
  const { say } = context;
  if (remainingSeconds === null || state === 'paused') return html`${called(clockStates, state, context)}`;
  const span = spanOf(Math.abs(remainingSeconds), context);
  return remainingSeconds < 0 ? html`<span class="late">${say('overdue')} ${span}</span>` : html`${span}`;
}

function spanOf(seconds: number, { language }: PageContext): string {
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor((seconds % 86_400) / 3_600),
    Math.floor((seconds % 3_600) / 60),
  ];
  if (language === 'zh') return days > 0 ? `${days} 天 ${hours} 小时` : `${hours} 小时 ${minutes} 分`;
  return days > 0 ? `${days} d ${hours} h` : `${hours} h ${minutes} min`;
}

export function partiesSection(context: PageContext): Html {
  const { notice, say } = context;
  const { complainant, onBehalfOf } = notice.parties;
  return html`<section>
    <h2>${say('parties')}</h2>
    ${factList(partyFacts(say('from'), complainant, context))}
    ${onBehalfOf && factList(partyFacts(say('onBehalfOf'), onBehalfOf, context))}
    <h2>${say('works')}</h2>
    ${notice.works.map(({ title, category, registrationNumber, originalUrls }) =>
      factList([
        [called(workCategories, category, context), title],
        ['', [registrationNumber, ...(originalUrls ?? [])].filter(Boolean).join(' ')],
      ]),
    )}
  </section>`;
}

function partyFacts(label: string, party: PartyView, { say }: PageContext): Fact[] {
  const { name, idNumber, legalRepresentative, contact, email, phone, mobile, fax, address, postcode } = party;
  const reach = [contact, email, phone, mobile, fax].filter(Boolean).join(' · ');
  return [
    [label, [name, legalRepresentative].filter(Boolean).join(' · ')],
    [say('identity'), idNumber],
    [say('contact'), reach],
    [say('postalAddress'), [address, postcode].filter(Boolean).join(' ')],
  ];
}

export function evidenceSection(context: PageContext): Html {
  const { notice, say, files, here, language } = context;
  const { accuracy, goodFaith, perjury, signature } = notice.statements;
  const stated = [accuracy && say('accuracy'), goodFaith && say('goodFaith'), perjury && say('perjury')];
  return html`<section>
    <h2>${say('evidence')}</h2>
    ${factList([
      ...notice.evidence.map(({ kind, text, url }): Fact => [
        called(evidenceKinds, kind, context),
        [text, url].filter(Boolean).join(' '),
      ]),
      [say('statements'), stated.filter(Boolean).join(language === 'zh' ? '；' : '; ')],
      [say('signature'), signature],
    ])}
    ${files.length > 0 && html`<h2>${say('files')}</h2>`}
    ${files.map(
      ({ id, name, kind }) =>
        html`<p>
          <a href="${here}/files/${id}" rel="noreferrer">${name}</a>
          <span class="quiet">${called(evidenceKinds, kind, context)}</span>
        </p>`,
    )}
    <p><a href="${here}/document.pdf?lang=${language}" rel="noreferrer">${say('form')}</a></p>
    <p><a href="${here}/document.pdf?lang=${language}&amp;copy=forwarded" rel="noreferrer">${say('userCopy')}</a></p>
  </section>`;
}

export function forwardingSection(context: PageContext): Html {
  const { notice, say, language } = context;
  const methods = Object.keys(forwardingMethods).map(
    (code) => [code, called(forwardingMethods, code, context)] as const,
  );
  const isOpen = notice.allowedActions.includes('forward');
  if (!isOpen && notice.forwardings.length === 0) return html``;
  return html`<section>
    <h2>${say('forwarding')}</h2>
    ${factList(
      notice.forwardings.map(({ method, at }): Fact => [
        say('forwarded'),
        `${called(forwardingMethods, method, context)} · ${beijingTime(at, language)}`,
      ]),
    )}
    ${isOpen && html`<p class="quiet">${say('forwardingHint')}</p>`}
    ${isOpen && actForm(context, html`${choice('method', say('method'), methods, context, '—')}${button('forward', say('forwarded'))}`)}
  </section>`;
}

/** What came after: further proof, reports, appeals, statements, proceedings and orders. */
export function historySection(context: PageContext): Html {
  const { notice, say, language } = context;
  const when = (at: string) => beijingTime(at, language);
  const facts: Fact[] = [
    ...notice.supplements.map(({ receivedAt, message, evidence }): Fact => [
      when(receivedAt),
      [message, ...evidence.flatMap(({ text, url }) => [text, url])].filter(Boolean).join(' '),
    ]),
    ...notice.appeals.map(({ receivedAt, text }): Fact => [when(receivedAt), text]),
    ...notice.reports.map(({ reportedAt, text }): Fact => [when(reportedAt), text ?? '…']),
    ...notice.counterNotices.map(({ receivedAt, state }): Fact => [
      when(receivedAt),
      `${say('counter')} · ${called(counterNoticeStates, state, context)}`,
    ]),
    ...notice.proceedings.map(({ receivedAt, kind, number, authority }): Fact => [
      when(receivedAt),
      `${proceedingKindLabels[kind as ProceedingKind][language]} · ${authority} · ${number}`,
    ]),
    ...notice.orders.map(({ recordedAt, direction, issuer, number }): Fact => [
      when(recordedAt),
      `${called(orderDirections, direction, context)} · ${issuer} · ${number}`,
    ]),
  ];
  return facts.length > 0
    ? html`<section>
        <h2>${say('history')}</h2>
        ${factList(facts)}
      </section>`
    : html``;
}
