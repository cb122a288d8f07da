import type { Readable } from 'node:stream';

/** Where contents lie, each under its SHA-256 in hex and therefore once. Every call can be repeated without harm. */
export interface ObjectStore {
  /** Keeps the content of the file at `path`, which it may move away. When it returns, the content outlives a power cut. */
  put(sha256: string, path: string): Promise<void>;
  /** @throws where there is no such content */
  open(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** What is not there needs no removing. */
  remove(sha256: string): Promise<void>;
  close(): void;
}
