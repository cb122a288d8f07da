import { Instant, OneOf, Text } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const requestMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export class KeyRequestsQuery extends PageQuery {
  @Text({
    optional: true,
    max: 3,
    pattern: /^[1-5](xx|\d\d)$/,
    description: 'A status or a class of them: `404`, `4xx`.',
  })
  status?: string;

  @OneOf(requestMethods, { optional: true }) method?: string;

  @Instant({ optional: true, description: 'From this instant on.' }) since?: string;

  @Instant({ optional: true, description: 'Before this instant.' }) until?: string;
}
