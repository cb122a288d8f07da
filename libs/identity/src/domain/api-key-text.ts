import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A key of the sandbox never works on a live installation, nor the other way round. */
export const keyModes = ['live', 'sandbox'] as const;
export type KeyMode = (typeof keyModes)[number];

const heads: Record<KeyMode, string> = { live: 'tsk_live_', sandbox: 'tsk_test_' };
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 43; // 256 bits in base 62
const checkLength = 6; // 32 bits in base 62
const shape = /^(tsk_live_|tsk_test_)([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;
const shownLength = 'tsk_live_'.length + 6;

/** A new key as its owner sees it once: head, 256 random bits, checksum. */
export function newApiKey(mode: KeyMode): string {
  const body = heads[mode] + base62(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength);
  return body + checksum(body);
}

/** Which installation a text is a key for; null where it is no key or was mistyped. No query is needed to know. */
export function modeOfApiKey(text: string): KeyMode | null {
  const parts = shape.exec(text);
  if (!parts || checksum(parts[1]! + parts[2]!) !== parts[3]) return null;
  return parts[1] === heads.live ? 'live' : 'sandbox';
}

/** Whether a credential means to be an API key at all. */
export function looksLikeApiKey(text: string): boolean {
  return text.startsWith('tsk_');
}

/** The beginning that lists show, to tell keys apart; the rest stays unknown. */
export function shownPrefix(key: string): string {
  return key.slice(0, shownLength);
}

function checksum(body: string): string {
  return base62(BigInt(crc32(body)), checkLength);
}

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text;
}
