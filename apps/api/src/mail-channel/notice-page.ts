import { answerSection } from './answer-section.js';
import { type Html, html } from './html.js';
import { itemsSection } from './items-section.js';
import {
  clocksSection,
  evidenceSection,
  forwardingSection,
  historySection,
  partiesSection,
  summarySection,
} from './notice-sections.js';
import type { PageContext } from './page-context.js';
import { framed } from './page-frame.js';

/** What is to be said before all else: that something was done, or why it was not. */
export interface Remark {
  kind: 'said' | 'fault';
  title: string;
  lines: readonly string[];
}

/** The notice in full with every act that is open: what is answered first comes first. */
export function noticePage(context: PageContext, remark: Remark | null): string {
  const { notice, say, language, here } = context;
  const body = html`<p class="quiet">${notice.title}</p>
    ${remark && remarkSection(remark)} ${summarySection(context)} ${answerSection(context)} ${clocksSection(context)}
    ${itemsSection(context)} ${forwardingSection(context)} ${historySection(context)} ${partiesSection(context)}
    ${evidenceSection(context)}
    <p class="quiet">${say('footer')}</p>`;
  return framed(`${say('notice')} ${notice.number}`, body, { language, say, here });
}

function remarkSection({ kind, title, lines }: Remark): Html {
  return html`<section class="${kind}" role="${kind === 'said' ? 'status' : 'alert'}">
    <strong>${title}</strong>${lines.map((line) => html`<p>${line}</p>`)}
  </section>`;
}
