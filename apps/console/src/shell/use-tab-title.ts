import { useEffect } from 'react';
import { words } from './words.js';

/** A tab is named as its page names itself, so that ten of them can be told apart. */
export function useTabTitle(): void {
  useEffect(() => {
    const name = () => {
      const heading = document.querySelector('#page h1')?.textContent?.trim();
      const title = heading ? `${heading} · ${words.say('product')}` : words.say('productLong');
      if (document.title !== title) document.title = title;
    };
    const observer = new MutationObserver(name);
    observer.observe(document.getElementById('page')!, { childList: true, subtree: true, characterData: true });
    name();
    return () => observer.disconnect();
  }, []);
}
