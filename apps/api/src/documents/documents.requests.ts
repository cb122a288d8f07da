import { OneOf, Text } from '../http/fields.js';

const optional = true;
const id = '[0-9a-fA-F-]{36}';

export class NoticeDocumentQuery {
  @OneOf(['served', 'forwarded'], {
    optional,
    description: '`forwarded`: what a platform passes to its user, without the personal data of others.',
  })
  copy?: 'served' | 'forwarded';
  @OneOf(['zh', 'en'], { optional, description: 'Default: by `Accept-Language`.' }) language?: 'zh' | 'en';
  @Text({
    optional,
    max: 37 * 500,
    pattern: new RegExp(`^${id}(,${id}){0,499}$`),
    description:
      'Ids of items, separated by commas: only these. Needed for `forwarded` when they name several accounts.',
  })
  items?: string;
}

export class CounterDocumentQuery {
  @OneOf(['zh', 'en'], { optional, description: 'Default: by `Accept-Language`.' }) language?: 'zh' | 'en';
}
