import { defineWords } from '../../words/define-words.js';
import { en } from './words-en.js';
import { zh } from './words-zh.js';

export const words = defineWords('filing', zh, en);
