/** What the server takes in one text, and how many of them in one complaint. */
export const bounds = { text: 4000, texts: 500 };

/** Looks like an address or an id, well or badly written; whether it is one the server says. */
const address =
  /:\/\/|:\\\\|www\.|[\w\u4e00-\u9fff-][.。](?:com|cn|net|org|top|xyz|tv|cc|io|me|vip|club|site|info|link|app|shop|live|中国|公司|网络)(?![\w-])|[\w-]\.[\w-]+\/|\bBV1\w{9}\b|\bav\d{5,}\b|\bgh_[0-9a-f]{12}\b|__biz=|MS4wLjABAAAA/i;

/**
 * What was pasted, a text for each address with the lines around it that belong to it: the name above, the access code
 * below. A paragraph without an address is a text of its own, so that the server can say that there is none in it.
 */
export function splitText(pasted: string): string[] {
  const texts: string[] = [];
  for (const paragraph of pasted.replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    let lines: string[] = [];
    let hasAddress = false;
    const end = () => {
      const text = lines.join('\n').trim();
      if (text) texts.push(...cut(text));
      [lines, hasAddress] = [[], false];
    };
    for (const line of paragraph.split('\n')) {
      if (address.test(line)) {
        if (hasAddress) end();
        hasAddress = true;
      }
      lines.push(line);
    }
    end();
  }
  return texts;
}

/** A text that is too long goes in pieces, between lines or words where there are any. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > bounds.text) {
    const place = Math.max(rest.lastIndexOf('\n', bounds.text), rest.lastIndexOf(' ', bounds.text));
    const end = place > 0 ? place : bounds.text;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter(Boolean);
}

/** The pasted text without some of its parts. */
export function withoutTexts(pasted: string, indexes: ReadonlySet<number>): string {
  return splitText(pasted)
    .filter((_, index) => !indexes.has(index))
    .join('\n\n');
}
