import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Configuration } from '#kernel';
import { Agent } from 'undici';
import { TimestampFault, type TrustedCertificates } from './domain/check-token.js';
import type { TimestampAuthority } from './timestamp-digest.js';

const replyBytes = 64 * 1024;
const totalMilliseconds = 15_000;

/** The authority that the installation is configured with; null for none. A bad certificate file stops the start. */
export function timestampAuthorityOf(
  configuration: Pick<Configuration, 'tsaUrl' | 'tsaPolicy' | 'tsaCertificateFile'>,
): TimestampAuthority | null {
  const { tsaUrl, tsaPolicy, tsaCertificateFile } = configuration;
  if (tsaUrl === null) return null;
  return { ask: askOverHttp(new URL(tsaUrl)), policy: tsaPolicy, trusted: readCertificates(tsaCertificateFile) };
}

/** The PEM certificates of a file: a root, or the authority's own. */
export function readCertificates(file: string | null): TrustedCertificates {
  if (file === null) return null;
  const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g);
  if (!blocks) throw new Error(`TSA_CERTIFICATE_FILE=${file} holds no PEM certificate.`);
  return blocks.map((block) => new X509Certificate(block));
}

/** RFC 3161 §3.4. The operator chose the address, so it is called as it stands: no redirects, bounded size and time. */
function askOverHttp(url: URL): TimestampAuthority['ask'] {
  return async (query) => {
    const agent = new Agent({ connect: { timeout: 5_000 }, headersTimeout: totalMilliseconds });
    try {
      const { statusCode, headers, body } = await agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: query,
        signal: AbortSignal.timeout(totalMilliseconds),
      });
      const type = String(headers['content-type'] ?? '')
        .split(';', 1)[0]!
        .trim();
      if (statusCode !== 200 || type !== 'application/timestamp-reply')
        throw new TimestampFault(`The authority answered ${statusCode} with ${type || 'no type'}.`);
      return await readWhole(body);
    } finally {
      await agent.destroy();
    }
  };
}

async function readWhole(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > replyBytes) throw new TimestampFault('The reply is too long.');
  }
  return Buffer.concat(chunks);
}
