import {
  mailbox,
  type OutgoingItem,
  type OutgoingNotice,
  secondsOf,
  strictUri,
  textEvidence,
  uriOf,
} from './outgoing-notice.js';
import { xarfCategoryOf } from './xarf-categories.js';
import type { XarfReport, XarfType } from './xarf-report.js';

/** With so many items, or fewer, every report repeats the proof; beyond, it would be told a thousand times. */
const mostWithProof = 20;

/**
 * A notice as XARF v4 copyright reports, one an item, in their order. The id of a report is that of its item, so that a
 * receiver knows the same one again. The reporter is the complainant, the sender this installation.
 */
export function writeXarf(notice: OutgoingNotice): XarfReport[] {
  const sender = contactOf(notice.sender.name, notice.sender.email);
  const { name, email } = notice.complainant;
  const reporter = contactOf(name, mailbox(email) ?? notice.sender.email);
  const works = new Map(notice.works.map((work) => [work.ref, work]));
  const proof = notice.items.length <= mostWithProof ? proofOf(notice) : [];
  return notice.items.map((item) => {
    const work = works.get(item.workRef);
    const type = typeFor(notice.platform.serviceType);
    const original = work?.originalUrls?.map(strictUri).find((url) => url !== null);
    return {
      xarf_version: '4.0.0',
      report_id: item.id,
      timestamp: secondsOf(notice.receivedAt),
      reporter,
      sender,
      source_identifier:
        (item.url ? new URL(uriOf(item)).hostname : '') || (item.host ?? notice.platform.host ?? notice.platform.name),
      category: 'copyright',
      type,
      evidence_source: 'user_complaint',
      infringing_url: uriOf(item),
      ...(work && { work_title: work.title.slice(0, 500) }),
      ...workCategory(work?.category, type),
      rights_holder: (notice.principal ?? notice.complainant).name.slice(0, 200),
      ...(original && { original_url: original }),
      ...nameOfPlace(type, notice.platform.name.slice(0, 200)),
      ...(item.handle && type !== 'copyright' && uploader(type, item.handle.slice(0, 200))),
      ...descriptionOf(item),
      evidence: [textEvidence('Notice', notice.url), ...proof],
      tags: [`notice:${notice.number.toLowerCase()}`, `regime:${notice.regime}`, `state:${item.state}`],
    };
  });
}

function contactOf(org: string, contact: string) {
  return { org: org.slice(0, 200), contact, domain: contact.slice(contact.lastIndexOf('@') + 1).toLowerCase() };
}

function typeFor(serviceType: string): XarfType {
  if (serviceType === 'netdisk' || serviceType === 'storage') return 'cyberlocker';
  if (serviceType === 'search_link') return 'link_site';
  return ['social', 'short_video', 'video', 'music', 'live', 'knowledge'].includes(serviceType)
    ? 'ugc_platform'
    : 'copyright';
}

function nameOfPlace(type: XarfType, name: string) {
  if (type === 'cyberlocker') return { hosting_service: name };
  if (type === 'link_site') return { site_name: name };
  return type === 'ugc_platform' ? { platform_name: name } : {};
}

function uploader(type: XarfType, handle: string) {
  return type === 'link_site' ? { link_info: { uploader: handle } } : { uploader_info: { username: handle } };
}

function workCategory(category: string | undefined, type: XarfType) {
  const known = category && xarfCategoryOf(category, type);
  return known ? { work_category: known } : {};
}

/** What the complainant says of the item; of one without an address, what was pasted. */
function descriptionOf({ description, url, raw }: OutgoingItem) {
  const said = [description, url ? null : raw].filter(Boolean).join('\n').slice(0, 1_000);
  return said ? { description: said } : {};
}

function proofOf({ evidence }: OutgoingNotice) {
  return evidence
    .filter(({ kind }) => kind === 'ownership' || kind === 'infringement')
    .flatMap(({ kind, text, url }) => {
      const said = [text, url].filter(Boolean).join('\n');
      return said ? [textEvidence(kind, said)] : [];
    })
    .slice(0, 10);
}
