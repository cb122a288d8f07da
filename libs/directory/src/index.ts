export { amendPlatform, lockPlatform } from './amend-platform.js';
export { type Appointment, appointRegulator, appointRegulators } from './appoint-regulator.js';
export { type PlatformRow, readDirectoryFiles, type RegionRow } from './directory-files.js';
export { directorySnapshot } from './directory-snapshot.js';
export { directoryEntities } from './directory.entity.js';
export {
  findPlatform,
  platformsById,
  findRegulator,
  listPlatforms,
  listRegulators,
  type PlatformEntry,
  type PlatformFilter,
  type PlatformName,
  platformsOf,
  type RegulatorEntry,
} from './directory.queries.js';
export {
  type PlatformRegime,
  platformRegimes,
  type PlatformServiceType,
  platformServiceTypes,
} from './domain/classification.js';
export { hasCreditCodeChecksum, normalizeCreditCode, normalizeIcpNumber } from './domain/identifiers.js';
export { type PlatformDraft } from './domain/platform-draft.js';
export {
  type DirectorySnapshot,
  NATIONAL_REGION,
  type PlatformRecord,
  type RegionRecord,
  regulatorFor,
} from './domain/snapshot.js';
export { joinPlatforms } from './platform-joining.js';
export { registerPlatform } from './register-platform.js';
export { seedDirectory } from './seed-directory.js';
