import { Turns } from './turns.js';

/** Two documents at a time in a process: they share one thread, and more would only hold more memory. */
export const drawing = new Turns(2, 20);
