import { hkdfSync } from 'node:crypto';

/** Everything that a process is told from outside, read once at start. */
export interface Configuration {
  databaseUrl: string;
  host: string;
  port: number;
  /** Where people and machines reach us: the base of links in letters and payloads. No trailing slash. */
  publicUrl: string;
  isSandbox: boolean;
  /** Root of the signing and sealing keys; at least 32 characters. Never logged. */
  installationSecret: string;
  /** SMTP address, or null: letters become `.eml` files in `mailFolder`. */
  mailUrl: string | null;
  mailFrom: string;
  mailFolder: string;
  trustedProxies: string[];
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

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; throws one error that lists every fault and how to mend it. */
export function readConfiguration(environment: Environment): Configuration {
  const faults: string[] = [];
  const read = new Reader(environment, faults);
  const port = read.whole('PORT', 3000, 0, 65_535);
  const host = read.text('HOST') ?? '127.0.0.1';
  const configuration: Configuration = {
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']) ?? read.missing('DATABASE_URL'),
    host,
    port,
    publicUrl: (read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    isSandbox: read.flag('SANDBOX', false),
    installationSecret: read.secret('INSTALLATION_SECRET', 32),
    mailUrl: read.url('MAIL_URL', ['smtp:', 'smtps:']) ?? null,
    mailFrom: read.text('MAIL_FROM') ?? '通删 Tongshan <noreply@tongshan.invalid>',
    mailFolder: read.text('MAIL_FOLDER') ?? './data/mail',
    trustedProxies: read.list('TRUSTED_PROXIES'),
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
  if (configuration.isSandbox && !isLoopback(host) && !environment['DEMO_PASSWORD']) {
    faults.push(
      `HOST=${host} opens a sandbox with a well-known password to the network: set DEMO_PASSWORD to one of your own.`,
    );
  }
  if (faults.length > 0)
    throw new Error(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return configuration;
}

/** A key for one purpose (`tokens`, `sealing`), so that one secret in the environment is enough. 32 bytes. */
export function keyFor(
  configuration: Pick<Configuration, 'installationSecret'>,
  purpose: 'tokens' | 'sealing',
): Buffer {
  return Buffer.from(hkdfSync('sha256', configuration.installationSecret, 'tongshan', purpose, 32));
}

function readObjectStore(read: Reader, faults: string[]): S3Settings | null {
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

class Reader {
  constructor(
    private readonly environment: Environment,
    private readonly faults: string[],
  ) {}

  text(name: string): string | undefined {
    return this.environment[name]?.trim() || undefined;
  }

  missing(name: string): string {
    this.faults.push(`${name} is not set.`);
    return '';
  }

  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }

  secret(name: string, length: number): string {
    const value = this.text(name);
    if (value === undefined) return this.missing(name);
    if (value.length < length)
      this.faults.push(`${name} is too short: at least ${length} characters, e.g. from "openssl rand -hex 32".`);
    return value;
  }

  objectIdentifier(name: string): string | undefined {
    const value = this.text(name);
    if (value !== undefined && !/^[0-2](\.(0|[1-9]\d*))+$/.test(value))
      this.faults.push(`${name}=${value} is not an object identifier, e.g. 1.3.6.1.4.1.13762.3.`);
    return value;
  }

  whole(name: string, otherwise: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    this.faults.push(`${name}=${value} is not a whole number from ${least} to ${most}.`);
    return otherwise;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.oneOf(name, ['true', 'false'], String(otherwise) as 'true' | 'false');
    return value === 'true';
  }

  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    if ((values as readonly string[]).includes(value)) return value as T;
    this.faults.push(`${name}=${value} is not one of ${values.join(', ')}.`);
    return otherwise;
  }

  url(name: string, protocols: string[]): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    this.faults.push(`${name} is not an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    return value;
  }
}
