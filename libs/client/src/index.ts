export { type ClientOptions, createClient, type TongshanClient } from './create-client.js';
export type { Schemas, WebhookEvent } from './client-types.js';
export { type ProblemCode, TongshanProblem, TongshanUnreachable } from './tongshan-problem.js';
export type { Update, UpdatesOptions } from './updates.js';
export { verifyWebhook } from './verify-webhook.js';
export { WebhookVerificationError } from 'standardwebhooks';
