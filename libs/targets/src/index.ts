export { readTargets, isUnreadable, MAX_PASTED_CHARACTERS } from './read-targets.js';
export { buildHostDirectory, normalizeHost } from './domain/host.js';
export type { HostDirectory } from './domain/host.js';
export type { ContentType, ReadTarget, UnreadableTarget } from './domain/target.js';
