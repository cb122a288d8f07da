import { OneOf, Whole } from '../http/fields.js';

const formats = ['json', 'csv'] as const;
const description = 'What `Accept` says when left out; csv for a file that a spreadsheet opens.';

export class FormatQuery {
  @OneOf(formats, { optional: true, description }) format?: string;
}

export class FiguresQuery extends FormatQuery {
  @Whole({ optional: true, min: 7, max: 366, description: 'So many days back, today among them; 30 when left out.' })
  days?: number;
}
