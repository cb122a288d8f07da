import { Installation1732300000001 } from './0001-installation.js';
import { Events1732300000002 } from './0002-events.js';
import { Identity1732300000003 } from './0003-identity.js';
import { Directory1732300000004 } from './0004-directory.js';
import { Deadlines1732300000005 } from './0005-deadlines.js';
import { Notices1732300000006 } from './0006-notices.js';
import { Escalations1732300000007 } from './0007-escalations.js';
import { Webhooks1732300000008 } from './0008-webhooks.js';
import { Mail1732300000009 } from './0009-mail.js';
import { Lifecycle1732300000010 } from './0010-lifecycle.js';
import { Works1732300000011 } from './0011-works.js';
import { Evidence1732300000012 } from './0012-evidence.js';
import { Record1732300000013 } from './0013-record.js';
import { Calendars1732300000014 } from './0014-calendars.js';
import { Filing1732300000015 } from './0015-filing.js';
import { SignIn1732300000016 } from './0016-sign-in.js';
import { Live1732300000017 } from './0017-live.js';
import { Figures1732300000018 } from './0018-figures.js';
import { WebhookUpkeep1732300000019 } from './0019-webhooks.js';
import { MailChannel1732300000020 } from './0020-mail-channel.js';
import { InboundMail1732300000021 } from './0021-inbound-mail.js';
import { ComplaintDrafts1732300000022 } from './0022-complaint-drafts.js';
import { MailChoices1732300000023 } from './0023-mail-choices.js';
import { ApiQuality1732300000024 } from './0024-api-quality.js';
import { Lists1732300000025 } from './0025-lists.js';

/** In order of application. A merged migration is never edited: the next one mends it. */
export const migrations = [
  Installation1732300000001,
  Events1732300000002,
  Identity1732300000003,
  Directory1732300000004,
  Deadlines1732300000005,
  Notices1732300000006,
  Escalations1732300000007,
  Webhooks1732300000008,
  Mail1732300000009,
  Lifecycle1732300000010,
  Works1732300000011,
  Evidence1732300000012,
  Record1732300000013,
  Calendars1732300000014,
  Filing1732300000015,
  SignIn1732300000016,
  Live1732300000017,
  Figures1732300000018,
  WebhookUpkeep1732300000019,
  MailChannel1732300000020,
  InboundMail1732300000021,
  ComplaintDrafts1732300000022,
  MailChoices1732300000023,
  ApiQuality1732300000024,
  Lists1732300000025,
];
