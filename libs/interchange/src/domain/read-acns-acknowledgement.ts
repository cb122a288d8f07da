import { acnsNamespaces } from './acns.js';
import { readXml } from './read-xml.js';
import { refuseDocument } from './refuse.js';
import { placeOf, type XmlElement } from './xml-element.js';

/** The shape of NoticeAck below its root is not known to us for certain: wherever it stands, one of these names a case. */
const namesOfCase = new Set(['ID', 'CaseID', 'Case_ID']);

/**
 * Reads an ACNS 2.0 `NoticeAck` about the notice with this number, the ID of the case under which we send it.
 * @throws Problem `body_too_large`; `validation_failed`: another message, or about another notice
 */
export function requireAcnsAcknowledgement(bytes: Uint8Array, number: string): void {
  const root = readXml(bytes, acnsNamespaces);
  if (root.name !== 'NoticeAck') {
    const detail = `A NoticeAck acknowledges; for what a ${root.name} says use the decisions and counter-notices of the API.`;
    refuseDocument([{ pointer: placeOf(root), code: 'unexpected_element', detail }]);
  }
  const named = casesIn(root);
  if (named.includes(number)) return;
  const detail = `No ID or CaseID in it is ${number}${named.length ? `, but ${named.slice(0, 5).join(', ')}` : ''}.`;
  refuseDocument([{ pointer: placeOf(root), code: 'another_case', detail }]);
}

/** By a tree of at most 32 levels. */
function casesIn(element: XmlElement): string[] {
  const own = namesOfCase.has(element.name) ? [element.text.trim()] : [];
  const attributes = Object.entries(element.attributes).flatMap(([name, value]) =>
    namesOfCase.has(name) ? [value] : [],
  );
  return [...own, ...attributes, ...element.children.flatMap(casesIn)];
}
