export { type DeadLetter, type DeadLetterKind, deadLetterKinds } from './dead-letter.js';
export { listDeadLetters } from './dead-letters.queries.js';
export { type InstallationHealth, installationHealth } from './installation-health.js';
export { retryDeadLetter } from './retry-dead-letter.js';
