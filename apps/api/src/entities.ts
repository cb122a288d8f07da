import { deadlineEntities } from '#deadlines';
import { directoryEntities } from '#directory';
import { escalationEntities } from '#escalations';
import { EventAudienceEntity, EventChainEntity, EventEntity } from '#events';
import { evidenceEntities } from '#evidence';
import { identityEntities } from '#identity';
import { inboundMailEntities } from '#inbound-mail';
import { intakeEntities } from '#intake';
import { mailEntities } from '#mail';
import { noticeEntities } from '#notices';
import { recordEntities } from '#record';
import { webhooksEntities } from '#webhooks';
import { worksEntities } from '#works';

/** Every table that has an entity; the schema test holds them against the migrations. */
export const apiEntities = [
  EventChainEntity,
  EventEntity,
  EventAudienceEntity,
  ...identityEntities,
  ...directoryEntities,
  ...evidenceEntities,
  ...deadlineEntities,
  ...noticeEntities,
  ...escalationEntities,
  ...webhooksEntities,
  ...mailEntities,
  ...worksEntities,
  ...recordEntities,
  ...inboundMailEntities,
  ...intakeEntities,
];
