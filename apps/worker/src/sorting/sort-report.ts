import type { Tx } from '#database';
import { filerByEmail } from '#identity';
import { type FoundReport, reportsIn, type Sorted } from '#inbound-mail';
import { keepDraft } from '#intake';
import { type IncomingComplaint, readAcns, readXarf } from '#interchange';
import { type Configuration, Problem } from '#kernel';
import { writeLetters } from '#mail';
import type { ReadMail } from './read-mail.js';

/**
 * A complaint that a program of a rights holder wrote. From a member who may file, signed by the domain of the address,
 * it is kept as a draft, and that member is told; what it says is filed by nobody but a member, by hand.
 */
export async function sortReport(
  tx: Tx,
  now: Date,
  { message, authenticity }: ReadMail,
  { publicUrl }: Pick<Configuration, 'publicUrl'>,
): Promise<Sorted> {
  const [report, ...more] = reportsIn(message);
  if (!report) return { kind: 'other', finding: 'unknown_matter', isFiled: false };
  const about = { kind: 'report' as const, isFiled: false };
  if (authenticity !== 'pass') return { ...about, finding: 'not_authenticated' };
  const filer = await filerByEmail(tx, message.sender!);
  if (!filer) return { ...about, finding: 'unknown_sender' };
  const { organizationId, organizationName, email, locale } = filer;
  const complaint =
    more.length > 0 ? `There are ${more.length + 1} reports in one message.` : read(report, organizationName);
  if (typeof complaint === 'string') return { ...about, finding: 'report_refused', organizationId, note: complaint };
  const draft = await keepDraft(tx, now, { ...complaint, organizationId, channel: 'mail', original: report.bytes });
  await writeLetters(tx, now, [
    {
      onceKey: `draft:${draft.id}`,
      organizationId,
      recipient: email,
      locale,
      template: 'draft_kept',
      data: {
        subject: message.subject,
        works: complaint.document.works.flatMap(({ title }) => title ?? []),
        targetCount: complaint.document.targets.length,
        url: `${publicUrl}/file?draft=${draft.id}`,
      },
    },
  ]);
  return { kind: 'report', finding: 'draft_kept', isFiled: true, organizationId, draftId: draft.id };
}

/** A text is why it is refused, with the place. */
function read({ format, bytes }: FoundReport, organizationName: string): IncomingComplaint | string {
  try {
    return format === 'xarf' ? readXarf(bytes, organizationName) : readAcns(bytes, organizationName);
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    const [first] = failure.details.errors ?? [];
    return first ? `${first.pointer} ${first.detail}` : failure.message;
  }
}
