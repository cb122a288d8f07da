import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars.controller.js';
import { RuleOverridesController } from './rule-overrides.controller.js';
import { TierGrantsController } from './tier-grants.controller.js';

/** What time limits go by, as operators keep it: calendars, stricter terms, faster tiers. */
@Module({ controllers: [CalendarsController, RuleOverridesController, TierGrantsController] })
export class CalendarsApiModule {}
