import type { OpenedLink } from '#mail';
import { html } from './html.js';
import { actForm } from './page-context.js';
import { framed } from './page-frame.js';
import { type Language, sayIn } from './page-words.js';

/** A page that says one thing. */
export function plainPage(language: Language, title: string, line: string): string {
  return framed(title, html`<section><p>${line}</p></section>`, { language, say: sayIn(language), here: null });
}

/** The same for a link that never was and for one that was mistyped: nothing can be learned by trying. */
export function unknownPage(language: Language): string {
  const say = sayIn(language);
  return plainPage(language, say('unknownTitle'), say('unknown'));
}

/** Why a link that once opened does not, and the one thing that can be done about it. */
export function closedPage(link: OpenedLink, here: string, language: Language): { status: number; page: string } {
  const say = sayIn(language);
  const frame = { language, say, here };
  if (link.state === 'joined') {
    const body = html`<section>
      <p>${say('joined')}</p>
      <p><a href="/sign-in">${say('signIn')}</a></p>
    </section>`;
    return { status: 410, page: framed(say('joinedTitle'), body, frame) };
  }
  if (link.state === 'not_served') {
    return {
      status: 409,
      page: framed(say('notServedTitle'), html`<section><p>${say('notServed')}</p></section>`, frame),
    };
  }
  const why = link.state === 'expired' ? say('expired') : say('ended');
  const form = actForm(
    { here, nonce: link.nonce, language },
    html`<button name="act" value="link" class="main">${say('sendNew')}</button>`,
  );
  const body = html`<section>
    <p>${link.noticeNumber}</p>
    <p>${why}</p>
    <p>${say('askNew')}</p>
    ${form}
  </section>`;
  return { status: 410, page: framed(say('expiredTitle'), body, frame) };
}
