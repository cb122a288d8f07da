import { OmitType, PartialType } from '@nestjs/swagger';
import { FileComplaintRequest, StatementsRequest } from '../complaints/complaints.requests.js';
import { Nested, OneOf } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class DraftsQuery extends PageQuery {
  @OneOf(['open', 'filed', 'discarded'], { optional: true, description: '`open` when left out.' })
  state?: 'open' | 'filed' | 'discarded';
}

/** What a member makes of a draft: each part that is sent takes the place of the draft's own. */
export class FileDraftRequest extends PartialType(OmitType(FileComplaintRequest, ['statements'] as const)) {
  @Nested(() => StatementsRequest, { description: 'Yours: whatever the message says, it makes none.' })
  statements: StatementsRequest;
}

export const noticeKinds = ['infringement', 'status'] as const;

export class AcnsQuery {
  @OneOf(noticeKinds, { optional: true, description: 'The notice itself, when left out, or how it stands.' })
  kind?: (typeof noticeKinds)[number];
}
