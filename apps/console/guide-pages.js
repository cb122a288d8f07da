import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';

const root = join(import.meta.dirname, '../..');
const guide = join(root, 'docs/integration');
const languages = {
  zh: { lang: 'zh-CN', title: '通删对接指南', console: '控制台', calls: 'API 文档', other: ['en', 'English'] },
  en: {
    lang: 'en',
    title: 'Tongshan integration guide',
    console: 'Console',
    calls: 'API documentation',
    other: ['zh', '中文'],
  },
};

/** docs/integration as pages that an installation serves under /guide, so that it can be read where only the system is. */
export const guidePages = {
  name: 'guide-pages',
  generateBundle() {
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName: `guide/${fileName}`, source });
    emit('guide.css', readFileSync(join(import.meta.dirname, 'guide.css'), 'utf8'));
    emit('client.html', pageOf('en', readFileSync(join(root, 'libs/client/README.md'), 'utf8'), 'index'));
    for (const language of Object.keys(languages)) {
      for (const file of readdirSync(join(guide, language))) {
        const text = readFileSync(join(guide, language, file), 'utf8');
        emit(`${language}/${nameOf(file)}.html`, pageOf(language, text, nameOf(file)));
      }
    }
  },
};

function pageOf(language, text, name) {
  const { lang, title, console, calls, other } = languages[language];
  const withoutComments = text.replaceAll(/<!--[^]*?-->\n*/g, '');
  const heading = /^# (.*)$/m.exec(text)[1];
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${heading} · ${title}</title><link rel="stylesheet" href="/guide/guide.css"><link rel="icon" href="/mark.svg"></head>
<body><nav><a href="/guide/${language}/index.html"><b>${title}</b></a> <a href="/">${console}</a> <a href="/docs">${calls}</a>
<a href="/guide/${other[0]}/${name}.html">${other[1]}</a></nav>
<main>${linked(marked.parse(withoutComments), language)}</main></body></html>
`;
}

/** Addresses of files of the repository become those of pages that are served; what scrolls can be reached by keyboard. */
function linked(html, language) {
  return html
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll(/href="(?:\.\.\/)+openapi\.json"/g, 'href="/openapi.json"')
    .replaceAll(/href="[./]+libs\/client\/README\.md"/g, 'href="/guide/client.html"')
    .replaceAll('href="../examples"', `href="/guide/${language}/examples.html"`)
    .replaceAll(/href="(?!https?:)([\w./-]+)\.md(#[\w-]+)?"/g, (_link, path, anchor = '') => {
      return `href="${path.replace(/README$/, 'index')}.html${anchor}"`;
    });
}

function nameOf(file) {
  return file === 'README.md' ? 'index' : file.slice(0, -'.md'.length);
}
