import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Integer, ObjectIdentifier, OctetString, Sequence, UTCTime, Utf8String } from 'asn1js';
import * as pkijs from 'pkijs';

/** A timestamp authority (RFC 3161) of a test: who answers a query, and the certificate of its root, PEM. */
export interface TestAuthority {
  reply(query: Buffer): Promise<Buffer>;
  rootPem: string;
}

const oid = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
export const policyOfTests = '1.3.6.1.4.1.99999.1';

/** The authority needs nothing but Node: root and signer are made here, and each reply is signed as the standard says. */
export async function nodeAuthority(
  changes: {
    usage?: string;
    nonce?: Buffer;
    digest?: Buffer;
    status?: number;
    policy?: string;
    genTime?: Date;
    namesAnother?: boolean;
  } = {},
): Promise<TestAuthority> {
  const root = await certificateOf('Test root', null);
  const signer = await certificateOf('Test authority', { ...root, usage: changes.usage ?? oid.timeStamping });
  return {
    rootPem: pem(root.certificate),
    async reply(query) {
      const asked = pkijs.TimeStampReq.fromBER(query);
      if (changes.status)
        return bytesOf(new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: changes.status }) }));
      const imprint = asked.messageImprint;
      if (changes.digest) imprint.hashedMessage = new OctetString({ valueHex: changes.digest });
      const info = new pkijs.TSTInfo({
        version: 1,
        policy: changes.policy ?? asked.reqPolicy ?? policyOfTests,
        messageImprint: imprint,
        serialNumber: new Integer({ value: 1 }),
        genTime: changes.genTime ?? new Date(),
        nonce: changes.nonce ? new Integer({ valueHex: changes.nonce }) : asked.nonce,
      });
      return bytesOf(
        new pkijs.TimeStampResp({
          status: new pkijs.PKIStatusInfo({ status: 0 }),
          timeStampToken: new pkijs.ContentInfo({
            contentType: pkijs.ContentInfo.SIGNED_DATA,
            content: (await sign(bytesOf(info), signer, changes.namesAnother ?? false)).toSchema(true),
          }),
        }),
      );
    },
  };
}

interface Identity {
  certificate: pkijs.Certificate;
  privateKey: webcrypto.CryptoKey;
}

async function sign(
  content: Buffer,
  { certificate, privateKey }: Identity,
  namesAnother: boolean,
): Promise<pkijs.SignedData> {
  const attribute = (type: string, value: object) => new pkijs.Attribute({ type, values: [value] });
  const digest = createHash('sha256').update(content).digest();
  const namedBytes = namesAnother ? randomBytes(32) : bytesOf(certificate);
  const certificateHash = createHash('sha256').update(namedBytes).digest();
  const named = new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: certificateHash })] })] });
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: oid.tstInfo,
      eContent: new OctetString({ valueHex: content }),
    }),
    certificates: [certificate],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: oid.tstInfo })),
            attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
            attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: new Date() })),
            attribute(oid.signingCertificateV2, new Sequence({ value: [named] })),
          ],
        }),
      }),
    ],
  });
  await signed.sign(privateKey as never, 0, 'SHA-256');
  return signed;
}

async function certificateOf(name: string, issuer: (Identity & { usage: string }) | null): Promise<Identity> {
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: Buffer.concat([Buffer.of(1), randomBytes(7)]) });
  certificate.subject.typesAndValues.push(
    new pkijs.AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value: name }) as never }),
  );
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = new Date(Date.now() - 3_600_000);
  certificate.notAfter.value = new Date(Date.now() + 3_600_000);
  const extension = (extnID: string, value: { toSchema(): { toBER(isSize: boolean): ArrayBuffer } }) =>
    new pkijs.Extension({ extnID, critical: true, extnValue: value.toSchema().toBER(false) });
  certificate.extensions = issuer
    ? [extension(oid.extendedKeyUsage, new pkijs.ExtKeyUsage({ keyPurposes: [issuer.usage] }))]
    : [extension(oid.basicConstraints, new pkijs.BasicConstraints({ cA: true }))];
  await certificate.subjectPublicKeyInfo.importKey(publicKey as never);
  await certificate.sign((issuer?.privateKey ?? privateKey) as never, 'SHA-256');
  return { certificate: pkijs.Certificate.fromBER(certificate.toSchema(true).toBER(false)), privateKey };
}

function bytesOf(value: { toSchema(): { toBER(isSize: boolean): ArrayBuffer } }): Buffer {
  return Buffer.from(value.toSchema().toBER(false));
}

function pem(certificate: pkijs.Certificate): string {
  const lines = bytesOf(certificate)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** The same by `openssl ts`, where this machine has it: another reading of the standard than ours. Null where not. */
export function opensslAuthority(): (TestAuthority & { verify(token: Buffer, digest: string): string }) | null {
  const folder = mkdtempSync(join(tmpdir(), 'tongshan-tsa-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  try {
    openssl('version');
  } catch {
    return null;
  }
  const write = (name: string, data: string | Buffer) => writeFileSync(join(folder, name), data);
  const extensions = ['[ts]', 'extendedKeyUsage=critical,timeStamping', 'keyUsage=critical,digitalSignature'];
  const settings = [
    '[tsa]\nserial=serial\nsigner_cert=tsa.pem\ncerts=ca.pem\nsigner_key=tsa.key\nsigner_digest=sha256',
    `default_policy=${policyOfTests}\ndigests=sha256\ness_cert_id_alg=sha256\nordering=no`,
  ];
  write('ts.cnf', [...extensions, ...settings, ''].join('\n'));
  write('serial', '01\n');
  const rsa = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...rsa, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=OpenSSL root', '-days', '2');
  openssl('req', ...rsa, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=OpenSSL authority');
  const ca = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
  openssl('x509', '-req', '-in', 'tsa.csr', ...ca, '-out', 'tsa.pem', '-extfile', 'ts.cnf', '-extensions', 'ts');
  return {
    rootPem: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    async reply(query) {
      write('query.tsq', query);
      openssl('ts', '-reply', '-config', 'ts.cnf', '-section', 'tsa', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
      return readFileSync(join(folder, 'reply.tsr'));
    },
    verify(token, digest) {
      write('token.der', token);
      const how = ['-token_in', '-CAfile', 'ca.pem', '-untrusted', 'tsa.pem'];
      return openssl('ts', '-verify', '-digest', digest, '-in', 'token.der', ...how).toString();
    },
  };
}

/** Puts an authority on HTTP (RFC 3161 §3.4). `count` of queries is kept. */
export async function serveAuthority(reply: (query: Buffer) => Promise<Buffer | { status: number; type?: string }>) {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      served.queries.push(`${request.method} ${request.headers['content-type']}`);
      void reply(Buffer.concat(chunks)).then((answer) => {
        if (Buffer.isBuffer(answer))
          response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
        else response.writeHead(answer.status, { 'content-type': answer.type ?? 'text/plain', location: '/' }).end('x');
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const served = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    queries: [] as string[],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return served;
}
