import type { LinkedFile } from '#evidence';
import { type Label, type Regime, regimeOf, type RegimeId } from '#law';
import type { NoticeView } from '../notices/notice.views.js';
import type { Typed } from './form.js';
import { type Html, html } from './html.js';
import type { Language, Say } from './page-words.js';

/** What every part of the page is written from. */
export interface PageContext {
  language: Language;
  say: Say;
  /** The path of the page, to which its forms are sent. */
  here: string;
  nonce: string;
  /** As the platform's own people would see it. */
  notice: NoticeView;
  regime: Regime;
  files: readonly LinkedFile[];
  /** What was typed before the page was shown again, so that nothing of it is lost. */
  typed: Typed;
}

export function regimeOfView({ regime, regimeVersion }: Pick<NoticeView, 'regime' | 'regimeVersion'>): Regime {
  return regimeOf(regime as RegimeId, regimeVersion);
}

/** What a code is called in the language of the page; the code itself where nobody has named it. */
export function called(words: Readonly<Record<string, Label>>, code: string, { language }: PageContext): string {
  return Object.hasOwn(words, code) ? words[code]![language] : code;
}

/** A form of the page: what its button does is the button's value, and the nonce makes it do so once. */
export function actForm({ here, nonce, language }: Pick<PageContext, 'here' | 'nonce' | 'language'>, body: Html): Html {
  return html`<form method="post" action="${here}?lang=${language}" autocomplete="off">
    <input type="hidden" name="nonce" value="${nonce}" />${body}
  </form>`;
}

export function button(value: string, words: string, kind: 'main' | 'plain' = 'plain'): Html {
  return html`<button name="act" value="${value}" class="${kind}">${words}</button>`;
}

export function input(name: string, label: string, { typed }: PageContext, more: InputOptions = {}): Html {
  const { type = 'text', max = 200, needed = false } = more;
  return html`<label
    >${label}<input
      name="${name}"
      type="${type}"
      maxlength="${max}"
      value="${typed[name]}"
      ${needed && html` required`}
  /></label>`;
}

interface InputOptions {
  type?: 'text' | 'datetime-local';
  max?: number;
  needed?: boolean;
}

export function textArea(name: string, label: string, { typed }: PageContext, max: number, needed = false): Html {
  return html`<label
    >${label}<textarea name="${name}" rows="3" maxlength="${max}" ${needed && html` required`}>${typed[name]}</textarea>
  </label>`;
}

export function tickBox(name: string, label: string, { typed }: PageContext): Html {
  const ticked = typed[name] === 'yes' && html` checked`;
  return html`<label class="inline"><input type="checkbox" name="${name}" value="yes" ${ticked} />${label}</label>`;
}

/** A list to choose from; `empty` stands for no choice. */
export function choice(
  name: string,
  label: string,
  options: ReadonlyArray<readonly [value: string, words: string]>,
  { typed }: PageContext,
  empty: string,
): Html {
  const rows = options.map(
    ([value, words]) => html`<option value="${value}" ${typed[name] === value && html` selected`}>${words}</option>`,
  );
  return html`<label
    >${label}<select name="${name}">
      <option value="">${empty}</option>
      ${rows}
    </select></label
  >`;
}
