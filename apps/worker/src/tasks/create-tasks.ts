import { rederiveDeadlinesTaskName } from '#deadlines';
import { type Configuration, keyFor } from '#kernel';
import { sortMailTaskName, systemResolver } from '#inbound-mail';
import { createMailCarrier, sendLetterTaskName } from '#mail';
import { createGuardedAgent, deliverWebhookTaskName, receiverPolicyOf } from '#webhooks';
import type { TaskList } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { deliverWebhookTask } from './deliver-webhook.task.js';
import { listenerTasks } from './listen.task.js';
import { rederiveDeadlinesTask } from './rederive-deadlines.task.js';
import { sendLetterTask } from './send-letter.task.js';
import { sortMailTask } from './sort-mail.task.js';

export interface Tasks {
  list: TaskList;
  /** Lets go of what the tasks hold open, once none of them runs any more. */
  close(): Promise<void>;
}

/** Every task that the queue can be asked for, by name. */
export function createTasks(deps: { database: DataSource; configuration: Configuration }): Tasks {
  const agent = createGuardedAgent(receiverPolicyOf(deps.configuration));
  const carrier = createMailCarrier(deps.configuration);
  const choices = { publicUrl: deps.configuration.publicUrl, key: keyFor(deps.configuration, 'mail_choices') };
  const deliveries = deliverWebhookTask({ ...deps, agent });
  const list = {
    ...listenerTasks(deps),
    [deliverWebhookTaskName]: deliveries.task,
    [rederiveDeadlinesTaskName]: rederiveDeadlinesTask(deps),
    [sendLetterTaskName]: sendLetterTask({ ...deps, carrier, choices }),
    [sortMailTaskName]: sortMailTask({ ...deps, resolveTxt: systemResolver() }),
  };
  return {
    list,
    async close() {
      carrier.close();
      await deliveries.close();
      await agent.close();
    },
  };
}
