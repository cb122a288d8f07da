import { defineWords } from '../words/define-words.js';

export const words = defineWords(
  'parts',
  {
    views: {
      title: '保存的视图',
      none: '还没有保存的视图。设好筛选条件后，可在这里命名保存。',
      noFilter: '先设筛选条件，再命名保存',
      name: '视图名称',
      save: '保存视图',
      forget: '删除视图“{{name}}”',
    },
    file: {
      choose: '选择文件',
      uploading: '正在上传 {{name}}',
      remove: '移除 {{name}}',
      again: '重新上传',
    },
    evidence: {
      add: '添加证据',
      remove: '移除这项证据',
      kind: '证据种类',
      text: '文字说明',
      url: '链接',
      file: '文件',
      forward: '平台可转送给用户',
      needOne: '文字、链接、文件至少填一项',
    },
    required: '请填写{{name}}',
    beijing: '北京时间',
    guide: '对接指南',
  },
  {
    views: {
      title: 'Saved views',
      none: 'No saved views yet. Set filters, then name and save them here.',
      noFilter: 'Set a filter first',
      name: 'Name of the view',
      save: 'Save view',
      forget: 'Delete the view “{{name}}”',
    },
    file: {
      choose: 'Choose a file',
      uploading: 'Uploading {{name}}',
      remove: 'Remove {{name}}',
      again: 'Upload again',
    },
    evidence: {
      add: 'Add evidence',
      remove: 'Remove this piece of evidence',
      kind: 'Kind of evidence',
      text: 'Text',
      url: 'Link',
      file: 'File',
      forward: 'The platform may pass it to its user',
      needOne: 'Give at least one of text, link and file',
    },
    required: 'Please give: {{name}}',
    beijing: 'Beijing time',
    guide: 'Integration guide',
  },
);
