import type { Tx } from '#database';
import { Problem } from '#kernel';
import { findMailService, type MailServiceRow } from './mail-services.queries.js';
import { type PostSettings, postNotices } from './post-notices.js';
import { renewMailLink } from './renew-mail-link.js';

/**
 * The operator sends again what was sent by mail, to the address on file: of a notice that was served a new link, else
 * the notice itself, which is served when it is accepted. Returns the newest sending of that notice.
 * @throws Problem `not_found`, `wrong_state` where the platform has joined, has no address, or the notice was withdrawn
 */
export async function reissueService(tx: Tx, now: Date, id: string, settings: PostSettings): Promise<MailServiceRow> {
  const service = await findMailService(tx, id);
  if (!service) throw new Problem('not_found');
  const { noticeId } = service;
  if (service.isNoticeServed) await renewMailLink(tx, now, noticeId, { ...settings, isAskedFor: false });
  else if ((await postNotices(tx, now, { noticeIds: [noticeId] }, { ...settings, again: true })) === 0) {
    throw new Problem('wrong_state', { detail: 'Nothing of this notice is left to be sent by mail.' });
  }
  const [newest] = await tx.query<Array<{ id: string }>>(
    'select id from mail_services where notice_id = $1 order by id desc limit 1',
    [noticeId],
  );
  return (await findMailService(tx, newest!.id))!;
}
