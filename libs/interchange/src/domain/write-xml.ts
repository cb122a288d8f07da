/** An element to be written: text, or children in their order; what is undefined is left out. */
export interface XmlNode {
  name: string;
  attributes?: Record<string, string>;
  content?: string | ReadonlyArray<XmlNode | undefined>;
}

export function node(name: string, content?: XmlNode['content'], attributes?: Record<string, string>): XmlNode {
  return { name, ...(content !== undefined && { content }), ...(attributes && { attributes }) };
}

/** The element with a text, or none where there is no text. */
export function textNode(name: string, text: string | null | undefined): XmlNode | undefined {
  return text ? node(name, text) : undefined;
}

/** A whole document in UTF-8, indented; every text of ours escaped, none of it trusted. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes = {}, content = '' }: XmlNode, indent: string): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(value).replace(/[\t\n]/g, codeOf)}"`,
  );
  const tag = `${name}${pairs.join('')}`;
  if (typeof content === 'string') return `${indent}<${tag}${content ? `>${escapeXml(content)}</${name}` : '/'}>`;
  const children = content.flatMap((child) => (child ? written(child, `${indent}  `) : []));
  return `${indent}<${tag}>\n${children.join('\n')}\n${indent}</${name}>`;
}

/** Also the carriage return, which a reader would change. */
function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- what XML 1.0 cannot hold at all becomes the mark of a lost character
  const allowed = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
  return allowed.replace(/[&<>"'\r]/g, codeOf);
}

const codeOf = (character: string) => `&#${character.charCodeAt(0)};`;
