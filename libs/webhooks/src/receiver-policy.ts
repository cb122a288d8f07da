import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Configuration } from '#kernel';
import { normalAddress } from './domain/public-address.js';
import type { ReceiverPolicy } from './domain/receiver-url.js';

const usualPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'postgres:': 5432,
  'postgresql:': 5432,
  'smtp:': 587,
  'smtps:': 465,
};

/** Whom webhooks may call in this installation: loopback in a sandbox alone, and never what we run or use ourselves. */
export function receiverPolicyOf(
  configuration: Pick<Configuration, 'isSandbox' | 'port' | 'publicUrl' | 'databaseUrl' | 'mailUrl'>,
): ReceiverPolicy {
  const { isSandbox, port, publicUrl, databaseUrl, mailUrl } = configuration;
  const ports = [publicUrl, databaseUrl, mailUrl].flatMap((address) => (address ? [portIn(address)] : []));
  const { hostname } = new URL(publicUrl);
  const isLocal = isIP(hostname.replace(/^\[|\]$/g, '')) > 0 || /(^|\.)localhost$/.test(hostname);
  return {
    allowLoopback: isSandbox,
    ownPorts: [port, ...ports],
    ownAddresses: ownAddresses(),
    ownHost: isLocal ? null : hostname,
  };
}

function portIn(address: string): number {
  const url = new URL(address);
  return url.port ? Number(url.port) : (usualPorts[url.protocol] ?? 0);
}

/** As they are at the start: a machine that gets another address is started anew, or answers behind its name. */
function ownAddresses(): ReadonlySet<string> {
  const known = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return new Set(known.map(({ address }) => normalAddress(address)));
}
