import type { Message } from './message.js';

/** A complaint that another system wrote, as it stands in a message. */
export interface FoundReport {
  format: 'xarf' | 'acns';
  bytes: Buffer;
}

/** What could be one: files of JSON and XML, by what the sender calls them or says they are. */
const json = /json$/;
const xml = /xml$/;

/**
 * The XARF v4 reports (JSON) and ACNS notices (XML) of a message: attached, or, as programs for ACNS do, in the text
 * itself. Looked for by their own marks, because types and names are what the sender says; nothing is parsed. Pure.
 */
export function reportsIn({ attachments, text }: Message): FoundReport[] {
  const attached = attachments.flatMap(({ name, mediaType, content }): FoundReport[] => {
    const isKind = (kind: RegExp) => kind.test(mediaType) || kind.test(name.toLowerCase());
    if (isKind(json) && content.includes('"xarf_version"')) return [{ format: 'xarf', bytes: content }];
    if (isKind(xml) && hasInfringement(content.toString('latin1'))) return [{ format: 'acns', bytes: content }];
    return [];
  });
  return attached.length > 0 ? attached : written(text);
}

function written(text: string): FoundReport[] {
  const whole = text.trim();
  if (/^[[{]/.test(whole) && whole.includes('"xarf_version"')) return [{ format: 'xarf', bytes: Buffer.from(whole) }];
  const [start, end] = [whole.search(opening), whole.lastIndexOf(closing)];
  if (start < 0 || end < start) return [];
  return [{ format: 'acns', bytes: Buffer.from(whole.slice(start, end + closing.length)) }];
}

const opening = /<Infringement[\s>]/;
const closing = '</Infringement>';

function hasInfringement(content: string): boolean {
  return opening.test(content) || /<[\w.-]{1,40}:Infringement[\s>]/.test(content);
}
