import { Text } from '../http/fields.js';

export class UpdatesQuery {
  @Text({
    optional: true,
    max: 15,
    pattern: /^\d+$/,
    description: 'Resume after this position, where the header `Last-Event-ID` cannot be sent.',
  })
  after?: string;
}
