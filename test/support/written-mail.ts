import { generateKeyPairSync } from 'node:crypto';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { ResolveTxt } from '#inbound-mail';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const record = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[A-Z ]+-----|\n/g, '')}`;

/** Every domain's key, which is the one that `writtenMail` signs with; as the domain name system would give it. */
export const everyKey: ResolveTxt = async () => [[record]];

/** A message as a mail program writes it, signed by the domain where one is given. */
export async function writtenMail(mail: SendMailOptions, signedBy?: string): Promise<Buffer> {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...(signedBy && { dkim: { domainName: signedBy, keySelector: 'test', privateKey } }),
  });
  const { message } = await transport.sendMail(mail);
  return message as Buffer;
}

/** What a mail server writes when it could not deliver a letter (RFC 3464). */
export function deliveryReport(about: {
  to: string;
  messageId: string;
  action?: 'failed' | 'delayed' | 'delivered';
  recipient?: string;
}): Buffer {
  const { to, messageId, action = 'failed', recipient = 'copyright@small.example' } = about;
  const lines = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.small.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The address could not be found.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.small.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    `To: ${recipient}`,
    '',
    '--b1--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
