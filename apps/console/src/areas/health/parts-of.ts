import type { Schemas } from '../../api/client.js';
import { moment } from '../../words/dates.js';
import type { Say } from '../../words/define-words.js';
import { duration } from '../../words/durations.js';
import { words } from './words.js';

interface Part {
  id:
    'release' | 'database' | 'workers' | 'queue' | 'relay' | 'sweep' | 'webhooks' | 'letters' | 'calendars' | 'record';
  isGood: boolean;
  facts: string;
  next?: string;
  to?: '/dead-letters' | '/calendars';
}

/** From here on jobs pile up. */
const lagOfTrouble = 300;
/** Above this no worker sweeps, as the API says. */
const latenessOfTrouble = 60;

/** Every part in words, with whether somebody has to look after it and how. */
export function partsOf(health: Schemas['InstallationHealthView'], say: Say<typeof words.zh>): Part[] {
  const { version, startedAt, database, workers, queue, relay, sweep, webhooks, letters, calendars, record } = health;
  return [
    {
      id: 'workers',
      isGood: workers.alive > 0,
      facts: say('workersFacts', { count: workers.alive }),
      next: say('workersNext'),
    },
    {
      id: 'sweep',
      isGood: sweep.latenessSeconds <= latenessOfTrouble,
      facts: say('sweepFacts', { time: duration(sweep.latenessSeconds) }),
      next: say('sweepNext'),
    },
    {
      id: 'queue',
      isGood: queue.failed === 0 && queue.lagSeconds < lagOfTrouble,
      facts: say('queueFacts', { waiting: queue.waiting, failed: queue.failed, lag: duration(queue.lagSeconds) }),
      next: say('queueNext'),
      to: '/dead-letters',
    },
    { id: 'relay', isGood: true, facts: say('relayFacts', { count: relay.unpositioned }) },
    {
      id: 'webhooks',
      isGood: webhooks.exhausted === 0,
      facts: say('webhooksFacts', {
        pending: webhooks.pending,
        oldest: duration(webhooks.oldestPendingSeconds),
        exhausted: webhooks.exhausted,
        disabled: webhooks.disabledEndpoints,
      }),
      next: say('lettersNext'),
      to: '/dead-letters',
    },
    {
      id: 'letters',
      isGood: letters.failed === 0,
      facts: say('lettersFacts', { waiting: letters.waiting, failed: letters.failed }),
      next: say('lettersNext'),
      to: '/dead-letters',
    },
    {
      id: 'calendars',
      isGood: calendars.warning === undefined,
      facts: say('calendarsFacts', { until: calendars.coveredUntil }),
      next: calendars.warning ?? '',
      to: '/calendars',
    },
    {
      id: 'record',
      isGood: true,
      facts: record.lastHeadAt ? say('recordFacts', { at: moment(record.lastHeadAt) }) : say('recordNone'),
    },
    {
      id: 'database',
      isGood: true,
      facts: say('databaseFacts', { version: database.version, size: Math.round(database.sizeBytes / 1_000_000) }),
    },
    { id: 'release', isGood: true, facts: say('releaseFacts', { version, at: moment(startedAt) }) },
  ];
}
