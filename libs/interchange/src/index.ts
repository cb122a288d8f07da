export type { IncomingComplaint } from './domain/incoming-complaint.js';
export type { OutgoingNotice } from './domain/outgoing-notice.js';
export { readAcns } from './domain/read-acns.js';
export { requireAcnsAcknowledgement } from './domain/read-acns-acknowledgement.js';
export { readXarf } from './domain/read-xarf.js';
export { writeAcnsInfringement, writeAcnsStatus } from './domain/write-acns.js';
export { writeXarf } from './domain/write-xarf.js';
