import { type DeadLetterKind, deadLetterKinds } from '#operations';
import { OneOf } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class DeadLettersQuery extends PageQuery {
  @OneOf(deadLetterKinds, { optional: true }) kind?: DeadLetterKind;
}
