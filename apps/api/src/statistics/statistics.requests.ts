import { FormatQuery } from '../http/csv.js';
import { Whole } from '../http/fields.js';

export class FiguresQuery extends FormatQuery {
  @Whole({ optional: true, min: 7, max: 366, description: 'So many days back, today among them; 30 when left out.' })
  days?: number;
}
