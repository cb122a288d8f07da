import type { DraftEvidence, DraftRemark } from '#intake';
import { unique } from '#kernel';
import { faultOfXarf } from './check-xarf.js';
import { isPlainText } from './decode-text.js';
import {
  draftOf,
  type IncomingComplaint,
  isSameName,
  mostInfringements,
  mostRemarks,
  senderLine,
} from './incoming-complaint.js';
import { categoryOfXarf } from './xarf-categories.js';
import { parseReports } from './parse-reports.js';
import { refuseDocument } from './refuse.js';
import type { XarfEvidence, XarfReport } from './xarf-report.js';

/**
 * XARF v4 copyright reports as one complaint in draft: a report, an array of them, or one a line (NDJSON); at most 500,
 * all of one rights holder. The complainant is left to the organization's own profile; a rights holder of another name
 * becomes the one on whose behalf it files.
 * @param ownName of the organization that the draft is for
 * @throws Problem `body_too_large`; `validation_failed` with JSON pointers
 */
export function readXarf(bytes: Uint8Array, ownName: string): IncomingComplaint {
  const placed = parseReports(bytes);
  if (placed.length > mostInfringements) {
    const detail = `One complaint has at most ${mostInfringements} targets; send the reports in parts.`;
    refuseDocument([{ pointer: '#', code: 'array_max_size', detail }]);
  }
  const faults = placed.flatMap(({ report, pointer }) => faultOfXarf(report, pointer) ?? []);
  if (faults.length > 0) refuseDocument(faults);
  const reports = placed.map(({ report }) => report as XarfReport);
  const [first] = reports as [XarfReport];
  const holder = onlyHolder(reports, placed);

  const { parts, remarks } = draftOf(
    reports.map((report) => ({
      text: addressOf(report),
      title: report.work_title,
      category: categoryOfXarf(report.work_category),
      originalUrl: report.original_url,
      description: report.description,
      handle: report.uploader_info?.username ?? report.link_info?.uploader,
      seenAt: report.timestamp,
    })),
    evidenceOf(reports),
  );
  return {
    format: 'xarf',
    sender: senderLine(first.sender.org, first.sender.contact),
    document: {
      // the number of the report, so that the same one is not filed twice
      ...(reports.length === 1 && { clientRef: first.report_id }),
      ground: 'copyright',
      ...(holder && !isSameName(holder, ownName) && { onBehalfOf: { name: holder } }),
      ...parts,
    },
    remarks: [...remarks, ...placed.flatMap(({ report, pointer }) => remarksOn(report as XarfReport, pointer))].slice(
      0,
      mostRemarks,
    ),
  };
}

function addressOf(report: XarfReport): string {
  const { infringing_url: url, swarm_info: swarm, message_info: message } = report;
  return url ?? swarm?.magnet_uri ?? (swarm ? `magnet:?xt=urn:btih:${swarm.info_hash}` : `news:${message!.message_id}`);
}

function onlyHolder(reports: readonly XarfReport[], placed: ReadonlyArray<{ pointer: string }>): string | undefined {
  const other = reports.findIndex(({ rights_holder: holder }) => holder !== reports[0]!.rights_holder);
  if (other >= 0) {
    const detail = 'One complaint is for one rights holder; send the reports of each apart.';
    refuseDocument([{ pointer: `${placed[other]!.pointer}/rights_holder`, code: 'another_rights_holder', detail }]);
  }
  return reports[0]!.rights_holder;
}

/** Words among the evidence; what is no text stays with the message. */
function evidenceOf(reports: readonly XarfReport[]): DraftEvidence[] {
  const texts = reports.flatMap(({ evidence = [] }) => evidence.flatMap((piece) => textOfEvidence(piece) ?? []));
  return unique(texts).map((text) => ({ kind: 'infringement', text }));
}

function textOfEvidence({ content_type: type, description, payload }: XarfEvidence): string | null {
  if (!/^text\/(plain|uri-list)\b/i.test(type)) return null;
  const text = Buffer.from(payload, 'base64').toString('utf8').trim();
  const whole = [description, text].filter(Boolean).join('\n');
  return text && isPlainText(text) && whole.length <= 4_000 ? whole : null;
}

function remarksOn({ evidence = [], linked_content: links }: XarfReport, pointer: string): DraftRemark[] {
  const leftOut = evidence.flatMap((piece, index): DraftRemark[] => {
    if (textOfEvidence(piece)) return [];
    const named = piece.description ?? piece.content_type;
    return [
      {
        at: `${pointer}/evidence/${index}`,
        code: 'evidence_left_out',
        zh: `证据“${named}”不是文字，未带入；请作为文件上传，原文完整保留。`,
        en: `The evidence “${named}” is no text and was left out; upload it as a file. The message itself is kept whole.`,
      },
    ];
  });
  const linked: DraftRemark = {
    at: `${pointer}/linked_content`,
    code: 'linked_content_left_out',
    zh: '报告另列了页面所链接的内容，未带入；如需一并投诉，请另加目标。',
    en: 'The report also lists what the page links to, which was left out; add it as targets where it is meant too.',
  };
  return [...leftOut, ...(links?.length ? [linked] : [])];
}
