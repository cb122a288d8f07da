import type { DraftDocument, DraftRemark } from '#intake';
import { type FieldError, unique } from '#kernel';
import { acnsNamespaces } from './acns.js';
import { acnsCategory } from './acns-categories.js';
import {
  draftOf,
  type IncomingComplaint,
  type IncomingInfringement,
  isSameName,
  mostInfringements,
  mostRemarks,
  senderLine,
} from './incoming-complaint.js';
import { readXml } from './read-xml.js';
import { refuseDocument } from './refuse.js';
import { childOf, placeOf, textOf, type XmlElement } from './xml-element.js';

/**
 * An ACNS 2.0 `Infringement` as a complaint in draft. Its complainant is the rights holder: where that is the
 * organization itself its own profile stands in, else it files on that one's behalf. Each item with an address is a
 * target; a notice about nothing but an IP address has none here.
 * @param ownName of the organization that the draft is for
 * @throws Problem `body_too_large`; `validation_failed` with `line:column`
 */
export function readAcns(bytes: Uint8Array, ownName: string): IncomingComplaint {
  const root = readXml(bytes, acnsNamespaces);
  if (root.name !== 'Infringement') {
    const detail = `An Infringement becomes a complaint; this is a ${root.name}.`;
    refuseDocument([{ pointer: placeOf(root), code: 'unexpected_element', detail }]);
  }
  const faults = faultsOf(root);
  if (faults.length > 0) refuseDocument(faults);

  const complainant = childOf(root, 'Complainant')!;
  const source = childOf(root, 'Source')!;
  const items = childOf(root, 'Content')!.children.filter(({ name }) => name === 'Item');
  const addressed = items.flatMap((item) => infringementOf(item, source) ?? []);
  if (addressed.length === 0) refuseDocument([withoutAddress(source)]);
  const notes = textOf(root, 'Notes');
  const { parts, remarks } = draftOf(
    addressed,
    notes ? piecesOf(notes).map((text) => ({ kind: 'infringement', text })) : [],
  );
  return {
    format: 'acns',
    sender: senderLine(textOf(complainant, 'Entity'), textOf(complainant, 'Email')),
    document: {
      clientRef: textOf(childOf(root, 'Case'), 'ID')!,
      ground: 'copyright',
      ...principalOf(complainant, ownName),
      ...parts,
    },
    remarks: [...remarks, ...elementsLeftOut(root), ...itemsLeftOut(items, source)].slice(0, mostRemarks),
  };
}

/** What the schema of ACNS asks for, and the bounds of a complaint here. */
const needed: ReadonlyArray<[parent: string, child: string, longest: number]> = [
  ['Case', 'ID', 128],
  ['Complainant', 'Entity', 200],
  ['Complainant', 'Email', 320],
  ['Service_Provider', 'Entity', 200],
  ['Source', 'TimeStamp', 40],
];
const bounded: Record<string, number> = {
  Contact: 200,
  Address: 500,
  Phone: 64,
  UserName: 200,
  Title: 500,
  URL: 2_000,
};

function faultsOf(root: XmlElement): FieldError[] {
  const faults = needed.flatMap(([parent, child, longest]): FieldError[] => {
    const element = childOf(root, parent);
    const text = textOf(element, child);
    if (text && text.length <= longest) return [];
    const detail = text
      ? `${parent}/${child} has at most ${longest} characters here.`
      : `${parent}/${child} is missing or empty; ACNS asks for it.`;
    return [{ pointer: placeOf(element ?? root), code: text ? 'max_length' : 'required', detail }];
  });
  const items = childOf(root, 'Content')?.children.filter(({ name }) => name === 'Item') ?? [];
  if (items.length === 0) {
    faults.push({
      pointer: placeOf(root),
      code: 'required',
      detail: 'Content has no Item; ACNS asks for one or more.',
    });
  }
  if (items.length > mostInfringements) {
    const detail = `One complaint has at most ${mostInfringements} targets; send the items in parts.`;
    faults.push({ pointer: placeOf(items[mostInfringements]!), code: 'array_max_size', detail });
  }
  return [
    ...faults,
    ...['Complainant', 'Source'].flatMap((name) => tooLong(childOf(root, name))),
    ...items.flatMap(tooLong),
  ];
}

function tooLong(element: XmlElement | undefined): FieldError[] {
  const long = element?.children.filter(({ name, text }) => text.trim().length > (bounded[name] ?? Infinity)) ?? [];
  return long.map((child) => {
    const detail = `${element!.name}/${child.name} has at most ${bounded[child.name]} characters here.`;
    return { pointer: placeOf(child), code: 'max_length', detail };
  });
}

function infringementOf(item: XmlElement, source: XmlElement): IncomingInfringement | null {
  const address = textOf(item, 'URL') ?? textOf(source, 'URL_Base');
  if (!address) return null;
  const file = textOf(item, 'FileName')?.slice(0, 1_000);
  return {
    text: address.slice(0, 4_000),
    title: textOf(item, 'Title'),
    category: acnsCategory(textOf(item, 'Type')),
    // an address of the whole source says less than the file in it
    description: file && file !== address ? file : undefined,
    handle: textOf(source, 'UserName'),
    seenAt: (textOf(item, 'TimeStamp') ?? textOf(source, 'TimeStamp'))!.slice(0, 40),
  };
}

function principalOf(complainant: XmlElement, ownName: string): Pick<DraftDocument, 'onBehalfOf'> {
  const name = textOf(complainant, 'Entity')!;
  if (isSameName(name, ownName)) return {};
  const [contact, address, phone, email] = ['Contact', 'Address', 'Phone', 'Email'].map((of) =>
    textOf(complainant, of),
  );
  return {
    onBehalfOf: {
      name,
      ...(contact && { contact }),
      ...(address && { address: address.replace(/\s+/g, ' ') }),
      ...(phone && { phone }),
      ...(email && { email }),
    },
  };
}

const withoutAddress = (source: XmlElement): FieldError => ({
  pointer: placeOf(source),
  code: 'no_address',
  detail:
    'No Item has a URL and Source has no URL_Base: without an address there is nothing here that could be removed.',
});

function itemsLeftOut(items: readonly XmlElement[], source: XmlElement): DraftRemark[] {
  return items
    .filter((item) => !infringementOf(item, source))
    .map((item) => ({
      at: placeOf(item),
      code: 'item_without_address',
      zh: `“${textOf(item, 'FileName') ?? '—'}”没有网址，未带入。`,
      en: `“${textOf(item, 'FileName') ?? '—'}” has no URL and was left out.`,
    }));
}

const understood = new Set(['Case', 'Complainant', 'Service_Provider', 'Source', 'Content', 'Notes']);

function elementsLeftOut(root: XmlElement): DraftRemark[] {
  const rest = root.children.filter(({ name }) => !understood.has(name));
  if (rest.length === 0) return [];
  const names = unique(rest.map(({ name }) => name))
    .slice(0, 20)
    .join(', ');
  return [
    {
      at: placeOf(rest[0]!),
      code: 'elements_left_out',
      zh: `以下内容未带入：${names}；原文完整保留。`,
      en: `Left out: ${names}. The message itself is kept whole.`,
    },
  ];
}

/** Long notes in pieces that one entry of evidence can hold, at most ten. */
function piecesOf(notes: string): string[] {
  const length = 4_000;
  return Array.from({ length: Math.min(10, Math.ceil(notes.length / length)) }, (_, index) =>
    notes.slice(index * length, (index + 1) * length),
  );
}
