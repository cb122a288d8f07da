import { StreamableFile } from '@nestjs/common';
import { formEdition } from '#documents';
import { canonicalJson, sha256Hex } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers with a form. Same data, same bytes: so the tag is made of the data, and who still has the document is told so
 * (304) without drawing it again. The reader's cache may keep it, nobody else's.
 */
export async function sendPdf<Data extends object>(
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  number: string,
  data: Data,
  draw: (data: Data) => Promise<Buffer>,
): Promise<StreamableFile | undefined> {
  const etag = `"${sha256Hex(canonicalJson(JSON.parse(JSON.stringify({ formEdition, data }))))}"`;
  reply
    .header('ETag', etag)
    .header('Cache-Control', 'private, no-cache')
    .header('Vary', 'Authorization, Accept-Language');
  if (request.headers['if-none-match']?.includes(etag)) {
    reply.status(304);
    return undefined;
  }
  const bytes = await draw(data);
  reply.header('X-Content-Type-Options', 'nosniff');
  return new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="${number}.pdf"`,
    length: bytes.length,
  });
}
