import { acnsNamespace } from './acns.js';
import {
  mailbox,
  type OutgoingItem,
  type OutgoingNotice,
  type OutgoingParty,
  secondsOf,
  uriOf,
} from './outgoing-notice.js';
import { node, textNode, writeXml, type XmlNode } from './write-xml.js';

/**
 * A notice as an ACNS 2.0 `Infringement`: the case is the notice, each item of it an item of the content. We know no IP
 * address of an infringer and write none.
 */
export function writeAcnsInfringement(notice: OutgoingNotice): string {
  const { platform } = notice;
  const works = new Map(notice.works.map((work) => [work.ref, work]));
  return writeXml(
    node(
      'Infringement',
      [
        caseOf(notice),
        contact('Complainant', notice.principal ?? notice.complainant, notice),
        node('Service_Provider', [node('Entity', platform.name), node('Email', platform.email ?? '')]),
        node('Source', [
          node('TimeStamp', secondsOf(notice.receivedAt)),
          textNode('DNS_Name', platform.host),
          node('Type', 'Web'),
          node('Number_Files', String(notice.items.length)),
        ]),
        node(
          'Content',
          notice.items.map((item) => contentItem(item, notice, works.get(item.workRef))),
        ),
        node('Notes', notesOf(notice)),
      ],
      { xmlns: acnsNamespace },
    ),
  );
}

/**
 * How a notice stands, as an ACNS 2.0 `NoticeStatus`. Of its children nothing is known to us for certain, so it is
 * made of two that every revision has: the case with its status, and notes with a line an item.
 */
export function writeAcnsStatus(notice: OutgoingNotice, now: Date): string {
  return writeXml(
    node('NoticeStatus', [caseOf(notice), node('Notes', statusLines(notice).join('\n'))], {
      xmlns: acnsNamespace,
      TimeStamp: secondsOf(now),
    }),
  );
}

function caseOf({ number, url, isClosed }: OutgoingNotice): XmlNode {
  return node('Case', [
    node('ID', number),
    node('Ref_URL', url),
    node('Status', isClosed ? 'Closed' : 'Open'),
    node('Severity', 'Normal'),
  ]);
}

/** The rights holder; reached through the agent, or through this installation, where it gave no address of its own. */
function contact(name: string, party: OutgoingParty, { complainant, sender }: OutgoingNotice): XmlNode {
  return node(name, [
    node('Entity', party.name),
    textNode('Contact', party.contact ?? (party === complainant ? null : complainant.name)),
    textNode('Address', party.address),
    textNode('Phone', party.phone),
    node('Email', mailbox(party.email) ?? mailbox(complainant.email) ?? sender.email),
  ]);
}

function contentItem(
  item: OutgoingItem,
  { receivedAt }: OutgoingNotice,
  work: OutgoingNotice['works'][number] | undefined,
): XmlNode {
  return node('Item', [
    node('TimeStamp', secondsOf(receivedAt)),
    textNode('Title', work?.title),
    // what ACNS requires and a web page has not: the id there, or the address
    node('FileName', item.contentId ?? item.url ?? item.raw),
    node('URL', uriOf(item)),
    textNode('Type', work?.category),
  ]);
}

function notesOf({ number, regime, items, evidence }: OutgoingNotice): string {
  const proof = evidence
    .filter(({ kind }) => kind === 'ownership' || kind === 'infringement')
    .flatMap(({ kind, text, url }) => [text, url].filter(Boolean).map((said) => `${kind}: ${said}`));
  const said = items.flatMap(({ description, url, raw }) => (description ? [`${url ?? raw}: ${description}`] : []));
  return [`Notice ${number} (${regime})`, ...proof, ...said].join('\n');
}

function statusLines({ servedAt, acknowledgedAt, items }: OutgoingNotice): string[] {
  return [
    `Served: ${servedAt ? secondsOf(servedAt) : 'not yet'}`,
    `Acknowledged: ${acknowledgedAt ? secondsOf(acknowledgedAt) : 'not yet'}`,
    ...items.map((item) => {
      const decided = item.decidedAt ? ` ${secondsOf(item.decidedAt)}` : '';
      const how = [item.disposition, item.reasonCode].filter(Boolean).join(', ');
      return `${uriOf(item)}: ${item.state}${how ? ` (${how})` : ''}${decided}`;
    }),
  ];
}
