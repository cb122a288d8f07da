import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotas, readConfiguration } from '#kernel';
import { variablesOf } from './configuration-variables.js';
import { root } from './source-tree.js';

const section = readFileSync(join(root, 'docs/operations.md'), 'utf8').split(/^## /m)[1]!;
const rows = new Map(
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, name = '', byDefault = ''] = line.split('|').map((cell) => cell.trim());
      return [name.replaceAll('`', ''), byDefault.replaceAll('`', '')] as const;
    }),
);

it('the table of operations.md has every variable that is read, and no other', () => {
  expect([...rows.keys()].sort()).toEqual([...variablesOf()].sort());
});

it('its defaults are what an environment without them gives', () => {
  const configuration = readConfiguration({
    DATABASE_URL: 'postgres://localhost/a',
    INSTALLATION_SECRET: 'x'.repeat(32),
  });
  const given: Record<string, unknown> = {
    HOST: configuration.host,
    PORT: configuration.port,
    PUBLIC_URL: configuration.publicUrl.replace(String(configuration.port), 'PORT'),
    SANDBOX: configuration.isSandbox,
    DEMO_PASSWORD: configuration.demoPassword,
    OIDC_ISSUER: configuration.oidc,
    MAIL_URL: configuration.mailUrl,
    MAIL_FROM: configuration.mailFrom,
    MAIL_FOLDER: configuration.mailFolder,
    IMAP_URL: configuration.imapUrl,
    MAIL_REPLY: configuration.mailReply,
    EVIDENCE_FOLDER: configuration.evidenceFolder,
    OBJECT_STORE_URL: configuration.objectStore,
    MAX_FILE_BYTES: configuration.maxFileBytes,
    TRUSTED_PROXIES: configuration.trustedProxies.join(',') || null,
    METRICS_TOKEN: configuration.metricsToken,
    LOG_LEVEL: configuration.logLevel,
    DATABASE_POOL_SIZE: configuration.databasePoolSize,
    WORKER_CONCURRENCY: configuration.workerConcurrency,
    TSA_URL: configuration.tsaUrl,
    TSA_POLICY: configuration.tsaPolicy,
    TSA_CERTIFICATE_FILE: configuration.tsaCertificateFile,
  };
  for (const [name, value] of Object.entries(given))
    expect([name, rows.get(name)]).toEqual([name, String(value ?? 'none')]);
});

it('its quotas are those of the house', () => {
  const text = readFileSync(join(root, 'docs/operations.md'), 'utf8').split(/^## Rate limits$/m)[1]!;
  const told = [...text.matchAll(/^\| `(\w+)` +\| +(\d+) +\| +(\d+) \|/gm)].map(([, name, ...numbers]) => [
    name,
    numbers.map(Number),
  ]);
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(Object.entries(quotas).map(([name, { requests, seconds }]) => [name, [requests, seconds]])),
  );
});

it('what is called required stops the start when it is missing', () => {
  const required = [...rows].filter(([, byDefault]) => byDefault === 'required').map(([name]) => name);
  expect(required).toHaveLength(2);
  for (const name of required) expect(() => readConfiguration({})).toThrow(`${name} is not set`);
});
