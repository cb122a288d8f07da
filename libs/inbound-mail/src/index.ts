export { readMessage } from './domain/read-message.js';
export { type DeliveryFate, type Speaker, speakerOf } from './domain/kind-of-message.js';
export { type Attachment, type AttachmentNote, type Message, mostBytes } from './domain/message.js';
export { isSameHouse, type ResolveTxt, systemResolver, verifySender } from './verify-sender.js';
