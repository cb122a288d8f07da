import { type AddressObject, type Attachment as Part, type ParsedMail, simpleParser } from 'mailparser';
import type { Attachment, Message } from './message.js';

const mostParts = 100;
const mostHeaderBytes = 256 * 1024;
const longestHtml = 500_000;
const longestText = 100_000;
const longestLine = 1_000;
const mostRecipients = 50;

/**
 * Reads a message (RFC 5322, MIME). Embedded messages and archives stay closed: they are attachments like any other.
 * @throws Error where it has more than 100 parts, a header above 256 kB, or cannot be read at all
 */
export async function readMessage(raw: Buffer): Promise<Message> {
  const mail = await simpleParser(raw, {
    maxChildNodes: mostParts,
    maxHeadSize: mostHeaderBytes,
    maxHtmlLengthToParse: longestHtml,
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    keepCidLinks: true,
    skipTextToHtml: true,
    checksumAlgo: false,
  });
  const type = mail.headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  return {
    sender: senderOf(mail),
    recipients: recipientsOf(mail),
    subject: plain(mail.subject ?? '', longestLine),
    messageId: mail.messageId ? plain(mail.messageId, longestLine) : null,
    text: plain(mail.text ?? '', longestText),
    attachments: mail.attachments.map(attachmentOf),
    mediaType: type?.value?.toLowerCase() ?? 'text/plain',
    reportType: type?.params?.['report-type']?.toLowerCase() ?? null,
    autoSubmitted: lineOf(mail, 'auto-submitted'),
    precedence: lineOf(mail, 'precedence'),
    hasNoReturn: mail.headerLines.some(({ key, line }) => key === 'return-path' && /:\s*<\s*>\s*$/.test(line)),
  };
}

/** Two `From` lines, or two people in one, are nobody's word. */
function senderOf({ headerLines, from }: ParsedMail): string | null {
  const addresses = addressesIn(from);
  const isOne = addresses.length === 1 && headerLines.filter(({ key }) => key === 'from').length === 1;
  return isOne ? addresses[0]! : null;
}

const noted = ['delivered-to', 'x-original-to', 'envelope-to'];

function recipientsOf(mail: ParsedMail): string[] {
  const told = [mail.to, mail.cc].flat().flatMap(addressesIn);
  const found = mail.headerLines
    .filter(({ key }) => noted.includes(key))
    .flatMap(({ line }) => [...line.matchAll(/[^\s<>:,;"]+@[^\s<>:,;"]+/g)].map(([address]) => plainAddress(address)));
  return [...new Set([...found, ...told])].slice(0, mostRecipients);
}

function addressesIn(header: AddressObject | undefined): string[] {
  const flat = (header?.value ?? []).flatMap(({ address, group }) =>
    group ? group.map((member) => member.address) : [address],
  );
  return flat.filter((address) => address !== undefined && address !== '').map((address) => plainAddress(address!));
}

function attachmentOf({ filename, contentType, size, content }: Part): Attachment {
  const name = plain(filename ?? '', 200);
  return { name, mediaType: plain(contentType.toLowerCase(), 100), size, content };
}

function lineOf({ headerLines }: ParsedMail, name: string): string | null {
  const line = headerLines.find(({ key }) => key === name)?.line;
  return line === undefined
    ? null
    : plain(line.slice(line.indexOf(':') + 1), 100)
        .trim()
        .toLowerCase();
}

function plainAddress(address: string): string {
  return plain(address.toLowerCase(), 320);
}

/** What the database takes as text, cut to a length. */
function plain(text: string, longest: number): string {
  return text.slice(0, longest).replaceAll('\u0000', '\ufffd').toWellFormed();
}
