import { defineWords } from '../../words/define-words.js';

/** Apart from the rest: the menu is in the first screen of everybody. */
export const menuWords = defineWords('filing-menu', { menu: '提交投诉' }, { menu: 'File a complaint' });
