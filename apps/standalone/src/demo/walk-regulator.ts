import { type Caller, must } from './walk-api.js';
import type { Escalation, FiledNotice, Filing, Page, UnroutedTarget } from './walk-answers.js';
import { at, type Terminal } from './walk-terminal.js';

/** 待归属: the address that nobody in the directory answers for has not been lost. */
export async function findUnrouted(operator: Caller, { id }: Filing, host: string, { step, tell }: Terminal) {
  step('运营方的待归属队列', "The operator's queue of targets without a platform");
  const { data } = await operator.get<Page<UnroutedTarget>>(`/v1/unrouted-targets?host=${encodeURIComponent(host)}`);
  const target = data.find(({ complaintId }) => complaintId === id);
  must(target, `${host} is not in the operator's queue`);
  tell(`${target.raw} → waits to be assigned to a platform, or closed with a reason`);
}

/** The matter stands in the regulator's queue, with the proof. */
export async function readEscalation(
  regulator: Caller,
  silent: FiledNotice,
  { receivedAt }: Filing,
  { step, tell }: Terminal,
) {
  step('北京市版权局的升级队列与证据包', "The regulator's escalation queue, and the proof");
  const entry = await findEscalation(regulator, silent.id);
  must(entry, `${silent.number} is not in the regulator's queue`);
  const { packet, ...escalation } = await regulator.get<Escalation>(`/v1/escalations/${entry.id}`);
  const [trigger] = packet.triggers;
  must(trigger, 'the packet names no breach');
  const { service, evidence } = packet;
  const { clock, received } = trigger;
  tell(
    `${silent.number} ${silent.platform.name} → ${escalation.state}, ${escalation.reasons.join()}, ${escalation.basis}`,
    `   served at    ${at(service.servedAt)}, ${service.how} · event ${service.eventHash}`,
    `   received     ${received.sentence.zh}`,
    `                ${received.sentence.en}`,
    `   clock        ${clock.rule}, due ${at(clock.dueAt)} → ${clock.state}`,
    `   law          ${clock.source.law} ${clock.source.article} (${clock.basis})`,
    ...evidence.map(({ kind, text, url }) => `   ${kind.padEnd(12)} ${[text, url].filter(Boolean).join(' ')}`),
  );
  must(escalation.reasons.includes('takedown_overdue'), `the reasons are ${escalation.reasons.join()}`);
  must(service.servedAt === receivedAt, `the packet says served at ${service.servedAt}, not ${receivedAt}`);
  must(/^[0-9a-f]{64}$/.test(service.eventHash), 'the proof of service has no hash');
  must(received.sentence.en.startsWith('No decision received'), `the packet says: ${received.sentence.en}`);
  must(clock.rule === 'cn.netdisk.takedown' && clock.state === 'breached', `the clock is ${clock.rule} ${clock.state}`);
}

/** Looks through the whole queue: other matters may be graver or older. */
async function findEscalation(regulator: Caller, noticeId: string): Promise<{ id: string } | undefined> {
  for await (const entry of regulator.pages('/v1/escalations', { params: { query: { limit: 200 } } })) {
    if (entry.subject.id === noticeId) return entry;
  }
  return undefined;
}
