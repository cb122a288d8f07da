import { SaxesParser } from 'saxes';
import { decodeText, isPlainText } from './decode-text.js';
import { refuseDocument } from './refuse.js';
import type { XmlElement } from './xml-element.js';

const deepest = 32;
const sliceLength = 65_536;

/**
 * The tree of an XML document whose root is in one of the namespaces; what is of other namespaces is left out. The
 * document is read in slices and given up at its first fault: there is no document type, so no entity but the five of
 * XML, nothing is fetched, and nothing grows.
 * @throws Problem `body_too_large`; `validation_failed` with `line:column`: not well-formed, DOCTYPE, deeper than 32
 */
export function readXml(bytes: Uint8Array, namespaces: readonly string[]): XmlElement {
  const text = decodeText(bytes);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const here = () => `${parser.line}:${parser.column + 1}`;
  const refuse = (code: string, detail: string): never => refuseDocument([{ pointer: here(), code, detail }]);
  const open: Array<XmlElement | null> = [];
  let root: XmlElement | undefined;

  parser.on('error', ({ message }) => refuse('malformed_xml', `Not well-formed: ${message.replace(/^\d+:\d+: /, '')}`));
  parser.on('doctype', () => refuse('doctype', 'A document type (DOCTYPE) is not taken; leave it out.'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= deepest) refuse('too_deep', `Elements are nested at most ${deepest} deep.`);
    if (!root && !namespaces.includes(uri)) {
      refuse('wrong_namespace', `The root is in the namespace "${uri}"; it must be in ${namespaces[0]}.`);
    }
    const parent = open.at(-1);
    if (parent === null || !namespaces.includes(uri)) return void open.push(null);
    const element: XmlElement = {
      name: local,
      line: parser.line,
      column: parser.column + 1,
      attributes: Object.fromEntries(Object.values(attributes).map(({ local: name, value }) => [name, value])),
      children: [],
      text: '',
    };
    if (!Object.values(element.attributes).every(isPlainText)) refuse('control_characters', noControl);
    parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (!element) return;
    if (!isPlainText(more)) refuse('control_characters', noControl);
    element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());

  for (let start = 0; start < text.length; start += sliceLength) parser.write(text.slice(start, start + sliceLength));
  parser.close();
  return root ?? refuse('malformed_xml', 'There is no element.');
}

const noControl = 'Control characters are not taken; leave them out.';
