import { useSyncExternalStore } from 'react';
import { ApiProblem, Unreachable } from '../../api/problem.js';
import { queries } from '../../api/queries.js';

/**
 * An act that was sent while the person already reads the next notice. Until the server has answered it is sent again
 * under the same key, so that it is done once.
 */
export interface Deed {
  key: string;
  noticeId: string;
  number: string;
  /** Verb and object, as the person sees it: 下架 3 项. */
  what: string;
  state: 'sending' | 'unsure' | 'refused';
  failure?: ApiProblem;
  /** The version on which it was to be done. */
  tag: string | null;
}

type Headers = { 'Idempotency-Key': string; 'If-Match'?: string };

interface Order {
  noticeId: string;
  number: string;
  what: string;
  tag: string | null;
  send: (headers: Headers) => Promise<unknown>;
  done?: () => void;
}

const waits = [1, 2, 4, 8, 15, 30];

let deeds: readonly Deed[] = [];
const watchers = new Set<() => void>();
const tries = new Map<string, { order: Order; count: number; timer?: number }>();

function put(next: readonly Deed[]): void {
  deeds = next;
  for (const tell of watchers) tell();
}

function change(key: string, to: Partial<Deed>): void {
  put(deeds.map((deed) => (deed.key === key ? { ...deed, ...to } : deed)));
}

/** Sends at once and goes on trying; what the server refuses stays to be seen. */
export function sendDeed(order: Order): void {
  const key = crypto.randomUUID();
  const { noticeId, number, what, tag } = order;
  put([...deeds, { key, noticeId, number, what, tag, state: 'sending' }]);
  tries.set(key, { order, count: 0 });
  void attempt(key);
}

async function attempt(key: string): Promise<void> {
  const trying = tries.get(key);
  if (!trying) return;
  window.clearTimeout(trying.timer);
  const { order, count } = trying;
  trying.count = count + 1;
  try {
    await order.send({ 'Idempotency-Key': key, ...(order.tag && { 'If-Match': order.tag }) });
    forget(key);
    order.done?.();
    readAgain(order.noticeId);
  } catch (failure) {
    if (isUnknown(failure)) {
      change(key, { state: 'unsure' });
      trying.timer = window.setTimeout(() => void attempt(key), waits[Math.min(count, waits.length - 1)]! * 1000);
    } else {
      tries.delete(key);
      change(key, { state: 'refused', failure: failure as ApiProblem });
      readAgain(order.noticeId);
    }
  }
}

/** No answer, or one that says that the first sending still runs or that the server was not well. */
function isUnknown(failure: unknown): boolean {
  if (failure instanceof Unreachable) return true;
  return failure instanceof ApiProblem && (failure.status >= 500 || failure.code === 'request_in_progress');
}

function readAgain(noticeId: string): void {
  void queries.invalidateQueries({ queryKey: ['notice', noticeId] });
  void queries.invalidateQueries({ queryKey: ['notices'] });
}

export function resendDeeds(): void {
  for (const { key, state } of deeds) if (state === 'unsure') void attempt(key);
}

export function forget(key: string): void {
  tries.delete(key);
  put(deeds.filter((deed) => deed.key !== key));
}

window.addEventListener('online', resendDeeds);
window.addEventListener('beforeunload', (event) => {
  if (tries.size > 0) event.preventDefault();
});

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

export function useDeeds(): readonly Deed[] {
  return useSyncExternalStore(watch, () => deeds);
}

/** The notice has something on its way: nobody is sent to it again. */
export function isSpokenFor(noticeId: string): boolean {
  return deeds.some((deed) => deed.noticeId === noticeId && deed.state !== 'refused');
}
