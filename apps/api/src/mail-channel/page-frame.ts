import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from './html.js';
import { type Language, type Say } from './page-words.js';

const style = `
:root{color-scheme:light;font:16px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
body{margin:0;background:#f5f6f8;color:#1f2329;overflow-wrap:anywhere}
main{max-width:52rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 1rem;background:#fff;border-bottom:1px solid #dee0e3}
h1{font-size:1.4rem;margin:1rem 0 .25rem;line-height:1.35}h2{font-size:1.05rem;margin:0 0 .75rem}dl+h2{margin-top:1rem}
section{background:#fff;border:1px solid #dee0e3;border-radius:6px;padding:1rem;margin:1rem 0}
dl{display:grid;grid-template-columns:minmax(5.5rem,auto) 1fr;gap:.25rem 1rem;margin:0}dt{color:#646a73}dd{margin:0}
table{width:100%;border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.4rem .5rem .4rem 0;border-bottom:1px solid #eff0f1}th{font-weight:500;color:#646a73}
button{font:inherit;padding:.5rem 1rem;margin:.25rem .25rem .25rem 0;border:1px solid #1d5fd1;border-radius:4px;background:#fff;color:#1d5fd1;cursor:pointer;min-height:2.75rem}
button.main{background:#1d5fd1;color:#fff}button:focus-visible,a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid #8fb4f5;outline-offset:1px}
input,select,textarea{font:inherit;width:100%;box-sizing:border-box;padding:.45rem .6rem;border:1px solid #8f959e;border-radius:4px;background:#fff;color:inherit}
input[type=checkbox]{width:auto;margin-right:.5rem}label{display:block;margin:.6rem 0}label.inline{display:flex;align-items:baseline}
.item{border-top:1px solid #dee0e3;padding:.75rem 0}.item:first-of-type{border-top:0}.quiet{color:#646a73;font-size:.9rem}
.said{border-left:4px solid #2a7d3f;background:#eef8f0}.fault{border-left:4px solid #c02a2a;background:#fdf0f0}.late{color:#b3261e;font-weight:600}
summary{cursor:pointer;color:#1d5fd1;padding:.35rem 0}a{color:#1d5fd1}fieldset{border:0;margin:0;padding:0}
@media(max-width:30rem){main{padding:.5rem}section{padding:.75rem}dl{grid-template-columns:1fr}dt{margin-top:.4rem}.quick button{width:100%}}
`;

/** Whole, for its hash is of every character. */
const styleElement = new Html(`<style>${style}</style>`);

/** Nothing runs, nothing is fetched, nothing frames it, and its forms go nowhere else: a page that acts for a platform. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page around what it says, in one language with a way to the other. */
export function framed(title: string, body: Html, { language, say, here }: Frame): string {
  const other = language === 'zh' ? 'en' : 'zh';
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <title>${title} · ${say('brand')}</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <strong>${say('brand')}</strong>
          ${here && html`<a href="${here}?lang=${other}" hreflang="${other}">${say('otherLanguage')}</a>`}
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return page.text;
}

export interface Frame {
  language: Language;
  say: Say;
  /** The path of this page; null where there is nothing to come back to. */
  here: string | null;
}

/** Kept by nobody, told to nobody, found by nobody. */
export function guarded(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'X-Frame-Options': 'DENY',
    Vary: 'Accept-Language',
  });
}

export function sendPage(reply: FastifyReply, status: number, page: string): void {
  void guarded(reply)
    .status(status)
    .headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
    .send(page);
}
