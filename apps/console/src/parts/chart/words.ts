import { defineWords } from '../../words/define-words.js';

export const words = defineWords(
  'chart',
  {
    view: '{{title}}：图或表',
    chart: '图',
    table: '表',
    csv: '下载 CSV',
    csvOf: '下载 CSV：{{title}}',
  },
  {
    view: '{{title}}: chart or table',
    chart: 'Chart',
    table: 'Table',
    csv: 'Download CSV',
    csvOf: 'Download CSV: {{title}}',
  },
);
