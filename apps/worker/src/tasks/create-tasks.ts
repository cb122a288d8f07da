import type { Configuration } from '#kernel';
import { createMailCarrier, sendLetterTaskName } from '#mail';
import { createGuardedAgent, deliverWebhookTaskName, receiverPolicyOf } from '#webhooks';
import type { TaskList } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { deliverWebhookTask } from './deliver-webhook.task.js';
import { listenerTasks } from './listen.task.js';
import { sendLetterTask } from './send-letter.task.js';

/** Every task that the queue can be asked for, by name. */
export function createTasks(deps: { database: DataSource; configuration: Configuration }): TaskList {
  const agent = createGuardedAgent(receiverPolicyOf(deps.configuration));
  const carrier = createMailCarrier(deps.configuration);
  return {
    ...listenerTasks(deps),
    [deliverWebhookTaskName]: deliverWebhookTask({ ...deps, agent }),
    [sendLetterTaskName]: sendLetterTask({ ...deps, carrier }),
  };
}
