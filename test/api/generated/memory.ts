/**
 * What the answers have said so far, by the name of the member: the best source of values that mean something, ids of
 * what exists above all. The `id` of a thing is kept as `noticeId`, which is also how other things name it.
 */
export class Memory {
  private readonly values = new Map<string, Set<string>>();

  /** Of one organization's own reading; what others read is asked for less often. */
  constructor(private readonly elsewhere: Memory | null = null) {}

  learn(path: string, body: unknown): void {
    this.walk(collectionIn(path), body);
    this.elsewhere?.learn(path, body);
  }

  /** Newest first, and at most 20: what a walk has made lately stands in the most various states. */
  recall(name: string): string[] {
    const own = this.values.get(name) ?? [...this.values].find(([known]) => isKin(name, known))?.[1] ?? [];
    return [...own].reverse().slice(0, 20);
  }

  recallAnyone(name: string): string[] {
    return this.elsewhere?.recall(name) ?? [];
  }

  private walk(name: string, value: unknown): void {
    if (Array.isArray(value)) return value.slice(0, 30).forEach((member) => this.walk(name, member));
    if (typeof value === 'string') return this.keep(name, value);
    if (typeof value !== 'object' || value === null) return;
    for (const [member, inner] of Object.entries(value)) {
      if (member === 'id') this.walk(`${singular(name)}Id`, inner);
      else this.walk(member === 'data' ? name : member, inner);
    }
  }

  private keep(name: string, value: string): void {
    const known = this.values.get(name) ?? new Set();
    this.values.set(name, known);
    if (known.size < 200 && value.length <= 500) known.add(value);
  }
}

/** `/v1/counter-notices/{id}/extensions` answers with an extension. */
function collectionIn(path: string): string {
  const parts = path.split('/').filter((part) => !part.startsWith('{'));
  return camel(parts.at(-1)!);
}

/** `/v1/notices/{id}/files/{fileId}`: `id` is a noticeId, a cursor is the `next` of a page, all others say what they are. */
export function nameOfParameter(path: string, name: string): string {
  if (name === 'after') return 'next';
  if (name !== 'id') return name;
  return `${singular(camel(path.split('/{id}')[0]!.split('/').at(-1)!))}Id`;
}

const camel = (words: string) => words.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
const singular = (word: string) => word.replace(/ies$/, 'y').replace(/s$/, '');

/** `webhookDeliveryId` asks for what is also called `deliveryId`. */
function isKin(asked: string, known: string): boolean {
  return asked.endsWith(known[0]!.toUpperCase() + known.slice(1));
}
