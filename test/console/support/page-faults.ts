import type { Page } from 'playwright-core';

/** What is wrong with a page as it stands, a line each, that neither axe nor the browser's console tells. */
export function pageFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const short = (text: string) => text.trim().slice(0, 120);

    const headings = [...document.querySelectorAll('h1')].filter(visible);
    if (headings.length !== 1) faults.push(`${headings.length} headings of the first level`);
    const heading = headings[0]?.textContent?.trim();
    if (!heading || !document.title.startsWith(heading)) faults.push(`the tab is called "${short(document.title)}"`);

    const place = document.getElementById('page')!;
    for (const element of [document.documentElement, place])
      if (element.scrollWidth > element.clientWidth) {
        const edge = element.getBoundingClientRect().left + element.clientWidth + 1;
        const beyond = [...element.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge);
        faults.push(
          `${element.scrollWidth - element.clientWidth} px too wide: ${beyond.at(-1)?.outerHTML.slice(0, 160)}`,
        );
      }
    for (const element of document.querySelectorAll('[onerror]'))
      faults.push(`markup came alive: ${element.outerHTML}`);

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement!;
      const text = node.textContent!;
      if (parent.closest('code, pre, kbd, script, style, [data-code]') || !visible(parent)) continue;
      if (/\b[a-z]+_[a-z_]+\b/.test(text)) faults.push(`a code where a word belongs: ${short(text)}`);
      if (/\[object |\bundefined\b|\bNaN\b|Invalid Date|\{\{/.test(text)) faults.push(`no word: ${short(text)}`);
    }
    return faults;
  });
}
