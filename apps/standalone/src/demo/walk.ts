import { readLetters } from './walk-letters.js';
import { passADay } from './walk-clock.js';
import { fileComplaint } from './walk-filing.js';
import { type Callers, demoCallers } from './walk-keys.js';
import { fileIncomplete } from './walk-incomplete.js';
import { restoreAtOnce } from './walk-netdisk-user.js';
import { checkPaper } from './walk-paper.js';
import { answerNotice, leaveUnanswered } from './walk-platforms.js';
import { startReceiver } from './walk-receiver.js';
import { checkRecord } from './walk-record.js';
import { findUnrouted, readEscalation } from './walk-regulator.js';
import { waitForProof } from './walk-sellers.js';
import type { Terminal } from './walk-terminal.js';
import { checkWebhook, registerEndpoint } from './walk-webhook.js';

export interface WalkPlace {
  /** Where the system answers, without a slash at the end. */
  base: string;
  /** Where its keys lie. */
  dataFolder: string;
  password: string;
}

/**
 * The main job over HTTP against a running sandbox, told as it goes. May be walked again and again.
 * @throws WalkFailure at the first thing that is not as the story says
 */
export async function walk({ base, dataFolder, password }: WalkPlace, terminal: Terminal): Promise<void> {
  const { callers, isOwnFolder } = await demoCallers(base, dataFolder, password);
  const { rights, platform, platform2, platform3, regulator, operator } = callers;
  const receiver = await startReceiver();
  try {
    const endpoint = await registerEndpoint(platform2, receiver, terminal);
    try {
      const filed = await fileComplaint(rights, terminal);
      const { filing, notices, unknownHost } = filed;
      await checkWebhook(receiver, endpoint, filed, terminal);
      terminal.step('各平台在收件箱里看到自己的通知', 'Each platform finds its notice in its inbox');
      await answerNotice(platform2, notices.douyin, 'removed', terminal);
      await answerNotice(platform3, notices.taobao, 'delisted', terminal);
      await leaveUnanswered(platform, notices.netdisk, terminal);
      await findUnrouted(operator, filing, unknownHost, terminal);
      await passADay(callers, notices.netdisk, terminal);
      await readEscalation(regulator, notices.netdisk, filing, terminal);
      await readLetters(base, notices.netdisk, terminal);
    } finally {
      // whatever became of it, the first thing that went wrong is the one to tell
      await platform2.remove(`/v1/webhook-endpoints/${endpoint.id}`).catch(() => undefined);
    }
  } finally {
    receiver.close();
  }
  await walkProtests(callers, isOwnFolder ? dataFolder : null, terminal);
}

/** The second part: a netdisk user and three sellers protest, and each law goes its own way. */
async function walkProtests(callers: Callers, dataFolder: string | null, terminal: Terminal): Promise<void> {
  const incomplete = await fileIncomplete(callers.rights, terminal);
  await checkPaper(callers.rights, incomplete, terminal);
  await restoreAtOnce(callers, incomplete, terminal);
  await waitForProof(callers, incomplete, terminal);
  await checkRecord(callers.rights, incomplete, dataFolder, terminal);
}
