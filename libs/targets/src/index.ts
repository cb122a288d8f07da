export { readTargets, isUnreadable, MAX_PASTED_CHARACTERS } from './read-targets.js';
export { buildHostDirectory, normalizeHost, registrableDomain } from './domain/host.js';
export type { HostDirectory } from './domain/host.js';
export { contentTypes, type ContentType, type ReadTarget, type UnreadableTarget } from './domain/target.js';
