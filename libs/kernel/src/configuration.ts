import { hkdfSync } from 'node:crypto';
import { type Environment, EnvironmentReader } from './environment-reader.js';
import type { QuotaSizes } from './quotas.js';

/** Everything that a process is told from outside, read once at start. */
export interface Configuration {
  databaseUrl: string;
  host: string;
  port: number;
  /** Where people and machines reach us: the base of links in letters and payloads. No trailing slash. */
  publicUrl: string;
  isSandbox: boolean;
  /** What the sign-in page may tell of the demo accounts: the well-known password, or null where they have another. */
  demoPassword: string | null;
  /** The identity provider of an organization's own people, or null. */
  oidc: OidcSettings | null;
  /** Root of the signing and sealing keys; at least 32 characters. Never logged. */
  installationSecret: string;
  /** SMTP address, or null: letters become `.eml` files in `mailFolder`. */
  mailUrl: string | null;
  mailFrom: string;
  mailFolder: string;
  /** The mailbox where answers and bounces arrive: `imaps://user:password@host/INBOX`, or null. Never logged. */
  imapUrl: string | null;
  /** An address of that mailbox, `replies@example.org`, to which `replies+token@example.org` is delivered too; or null. */
  mailReply: string | null;
  trustedProxies: string[];
  /** How many requests in their windows, or null: nobody counts them. */
  quotaSizes: QuotaSizes | null;
  /** Asked of whoever reads /metrics outside the sandbox. */
  metricsToken: string | null;
  /** Where uploads arrive, and where evidence lies unless there is an `objectStore`. */
  evidenceFolder: string;
  objectStore: S3Settings | null;
  /** The largest file that may be uploaded, in bytes. */
  maxFileBytes: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  databasePoolSize: number;
  workerConcurrency: number;
  /** Timestamp authority (RFC 3161) for daily heads, or null; its policy; PEM certificates that its tokens must lead to. */
  tsaUrl: string | null;
  tsaPolicy: string | null;
  tsaCertificateFile: string | null;
}

/** An OpenID Connect provider, where we are registered as a confidential client. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  /** Never logged. */
  clientSecret: string;
  /** On the button of the sign-in page. */
  name: string;
}

/** Of the demo accounts of a sandbox that nobody but its own machine reaches. */
export const wellKnownDemoPassword = 'tongshan-demo';

/** A bucket of an S3-compatible store. Without keys the machine's own role is used. */
export interface S3Settings {
  bucket: string;
  /** Empty, or ends in a slash. */
  prefix: string;
  endpoint: string | null;
  region: string;
  accessKeyId: string | null;
  /** Never logged. */
  secretAccessKey: string | null;
  isPathStyle: boolean;
}

/** Reads and checks the environment; throws one error that lists every fault and how to mend it. */
export function readConfiguration(environment: Environment): Configuration {
  const faults: string[] = [];
  const read = new EnvironmentReader(environment, faults);
  const port = read.whole('PORT', 3000, 0, 65_535);
  const host = read.text('HOST') ?? '127.0.0.1';
  const isSandbox = read.flag('SANDBOX', false);
  const demoPassword = read.text('DEMO_PASSWORD');
  const configuration: Configuration = {
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']) ?? read.missing('DATABASE_URL'),
    host,
    port,
    publicUrl: (read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    isSandbox,
    demoPassword: isSandbox && demoPassword === wellKnownDemoPassword ? demoPassword : null,
    oidc: readOidc(read, faults, isSandbox),
    installationSecret: read.secret('INSTALLATION_SECRET', 32),
    mailUrl: read.url('MAIL_URL', ['smtp:', 'smtps:']) ?? null,
    mailFrom: read.text('MAIL_FROM') ?? '通删 Tongshan <noreply@tongshan.invalid>',
    mailFolder: read.text('MAIL_FOLDER') ?? './data/mail',
    ...readMailbox(read, faults, isSandbox),
    trustedProxies: read.list('TRUSTED_PROXIES'),
    quotaSizes: read.quotaSizes('RATE_LIMITS'),
    metricsToken: read.text('METRICS_TOKEN') ?? null,
    evidenceFolder: read.text('EVIDENCE_FOLDER') ?? './data/evidence',
    objectStore: readObjectStore(read, faults),
    maxFileBytes: read.whole('MAX_FILE_BYTES', 100 * 1024 * 1024, 1024, 5 * 1024 ** 3),
    logLevel: read.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    databasePoolSize: read.whole('DATABASE_POOL_SIZE', 20, 2, 200),
    workerConcurrency: read.whole('WORKER_CONCURRENCY', 16, 1, 200),
    tsaUrl: read.url('TSA_URL', ['http:', 'https:']) ?? null,
    tsaPolicy: read.objectIdentifier('TSA_POLICY') ?? null,
    tsaCertificateFile: read.text('TSA_CERTIFICATE_FILE') ?? null,
  };
  if (isSandbox && !isLoopback(host) && (demoPassword ?? wellKnownDemoPassword) === wellKnownDemoPassword) {
    faults.push(
      `HOST=${host} opens a sandbox with a well-known password to the network: set DEMO_PASSWORD to one of your own.`,
    );
  }
  if (faults.length > 0)
    throw new Error(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return configuration;
}

/** A key for one purpose (`tokens`, `sealing`, `mail_choices`), so that one secret in the environment is enough. 32 bytes. */
export function keyFor(
  configuration: Pick<Configuration, 'installationSecret'>,
  purpose: 'tokens' | 'sealing' | 'mail_choices',
): Buffer {
  return Buffer.from(hkdfSync('sha256', configuration.installationSecret, 'tongshan', purpose, 32));
}

function readOidc(read: EnvironmentReader, faults: string[], isSandbox: boolean): OidcSettings | null {
  const issuer = read.url('OIDC_ISSUER', isSandbox ? ['https:', 'http:'] : ['https:']);
  const clientId = read.text('OIDC_CLIENT_ID');
  const clientSecret = read.text('OIDC_CLIENT_SECRET');
  const name = read.text('OIDC_NAME');
  if (issuer && clientId && clientSecret && name) return { issuer, clientId, clientSecret, name };
  if (issuer || clientId || clientSecret || name)
    faults.push('Set all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME, or none.');
  return null;
}

function readMailbox(
  read: EnvironmentReader,
  faults: string[],
  isSandbox: boolean,
): Pick<Configuration, 'imapUrl' | 'mailReply'> {
  const imapUrl = read.url('IMAP_URL', ['imap:', 'imaps:']) ?? null;
  const mailReply = read.text('MAIL_REPLY')?.toLowerCase() ?? null;
  if (imapUrl && URL.canParse(imapUrl) && !new URL(imapUrl).username)
    faults.push('IMAP_URL names no user: imaps://user:password@host/INBOX.');
  if (mailReply && !/^[a-z0-9._-]{1,30}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(mailReply))
    faults.push(`MAIL_REPLY=${mailReply} is not a plain address without a +, e.g. replies@example.org.`);
  // in a sandbox a message can be handed in without a mailbox
  if (mailReply && !imapUrl && !isSandbox) faults.push('MAIL_REPLY needs IMAP_URL: nobody would read the answers.');
  return { imapUrl, mailReply };
}

function readObjectStore(read: EnvironmentReader, faults: string[]): S3Settings | null {
  const address = read.url('OBJECT_STORE_URL', ['s3:']);
  const settings = {
    endpoint: read.url('S3_ENDPOINT', ['http:', 'https:']) ?? null,
    region: read.text('S3_REGION') ?? 'us-east-1',
    accessKeyId: read.text('S3_ACCESS_KEY_ID') ?? null,
    secretAccessKey: read.text('S3_SECRET_ACCESS_KEY') ?? null,
    isPathStyle: read.flag('S3_PATH_STYLE', false),
  };
  if ((settings.accessKeyId === null) !== (settings.secretAccessKey === null))
    faults.push('Set both of S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or neither.');
  if (address === undefined || !URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  if (!hostname) faults.push('OBJECT_STORE_URL names no bucket: s3://bucket/prefix.');
  const prefix = decodeURI(pathname).replace(/^\/+|\/+$/g, '');
  return { bucket: hostname, prefix: prefix && `${prefix}/`, ...settings };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
