export { databaseOptions } from './database-options.js';
export { claimInstallation, moveClock } from './installation.js';
export { prepared } from './prepared.js';
export { domainNow, inTransaction, inTrial, nowOfRequest, traceOfTransaction, type Tx } from './transaction.js';
export { isTransient } from './transient-failure.js';
