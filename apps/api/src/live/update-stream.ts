import { Readable } from 'node:stream';
import type { Caller, Scope } from '#identity';
import { type Message, textOf } from './update.views.js';

/** What waits for a slow reader, in bytes; beyond it the connection is cut, and the reader resumes where it was. */
const mostBuffered = 512 * 1024;
/** More than this was missed, and reading the lists again is cheaper than being told. */
const mostTold = 256 * 1024;

/** One connection that listens. Until it has read what it missed, what happens meanwhile waits. */
export class UpdateStream {
  readonly body = new Readable({ read: () => undefined });
  private waiting: Message[] | null = [];
  private position = 0;
  private isEnded = false;

  constructor(private caller: Caller) {
    // at once, so that whoever connects knows it is connected before anything happens
    this.body.push(': connected\n\n');
  }

  get organizationId(): string {
    return this.caller.organizationId;
  }

  get credential(): { sessionId: string | null; apiKeyId: string | null } {
    return this.caller;
  }

  get isOperator(): boolean {
    return this.caller.organizationKind === 'operator';
  }

  /** A person has so many streams, and a key. */
  get holder(): string {
    return this.caller.apiKeyId ?? this.caller.responsibleMemberId;
  }

  /** Says where it starts, then what was missed, then what came meanwhile. */
  begin(position: number, missed: readonly Message[] | null): void {
    const meant = missed?.filter((message) => this.isMeant(message)) ?? null;
    const length = meant?.reduce((sum, { text }) => sum + text.length, 0) ?? Infinity;
    if (length > mostTold) this.write(textOf({ event: 'reset', id: position, data: {} }));
    else for (const message of meant!) this.tell(message);
    this.position = position;
    this.write(textOf({ event: 'ready', id: position, data: { position } }));
    const meanwhile = this.waiting ?? [];
    this.waiting = null;
    for (const message of meanwhile) this.hear(message);
  }

  /** A message is told once: one that was read as missed is not told again when it comes. */
  hear(message: Message): void {
    if (this.waiting) this.waiting.push(message);
    else if (message.position === null || message.position > this.position) this.tell(message);
  }

  /** Keeps proxies awake, and tells where to resume although nothing happened to this organization. */
  beat(position: number): void {
    if (this.waiting) return;
    this.position = Math.max(this.position, position);
    this.write(`: still here\nid: ${this.position}\n\n`);
  }

  /** What it may do now; null ends it, because its session or key has ended. */
  renew(scopes: ReadonlySet<Scope> | null): void {
    if (scopes) this.caller = { ...this.caller, scopes };
    else this.end('signed_out');
  }

  end(because: 'signed_out' | 'closing'): void {
    if (this.isEnded) return;
    this.write(textOf({ event: because, data: {} }));
    this.isEnded = true;
    this.body.push(null);
  }

  cut(): void {
    this.body.destroy();
  }

  private tell(message: Message): void {
    if (!this.isMeant(message)) return;
    if (message.position !== null) this.position = message.position;
    this.write(message.text);
  }

  private isMeant({ organizationIds, scopes }: Message): boolean {
    const isAmong =
      organizationIds === 'operators' ? this.isOperator : organizationIds.includes(this.caller.organizationId);
    return isAmong && (!scopes || scopes.some((scope) => this.caller.scopes.has(scope)));
  }

  private write(text: string): void {
    if (this.isEnded || this.body.destroyed) return;
    this.body.push(text);
    if (this.body.readableLength > mostBuffered) this.cut();
  }
}
