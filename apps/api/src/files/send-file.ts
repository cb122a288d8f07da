import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Hands a file out as something to keep, never to show: an attachment whose type is not guessed at and which, opened
 * anyway, may run nothing (architecture.md §7).
 */
export function sendFile(
  reply: FastifyReply,
  file: { name: string; size: number; mediaType: string; sha256: string },
  content: Readable,
): void {
  void reply
    .headers({
      'Content-Type': file.mediaType,
      'Content-Length': file.size,
      'Content-Disposition': disposition(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-cache',
      ETag: `"${file.sha256}"`,
    })
    .send(content);
}

/** RFC 6266: a plain name for old programs, the real one in RFC 5987. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
