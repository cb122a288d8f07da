import {
  clockRules,
  counterElementLabels,
  counterReasonLabels,
  dispositionLabels,
  elementLabels,
  expiryLabels,
  type Label,
  proceedingKindLabels,
  refusalReasonLabels,
  regimes,
  rightLabels,
  startLabels,
} from '#law';
import { problemCatalogue } from '#kernel';
import * as clock from './words/clock-words.js';
import { announced, loggedAlone } from './words/event-words.js';
import * as filing from './words/filing-words.js';
import * as mail from './words/mail-words.js';
import * as matter from './words/matter-words.js';
import * as office from './words/office-words.js';
import * as work from './words/work-words.js';
import type { Words } from './words/words.js';

const labelled = (rows: ReadonlyArray<{ id: string; label: Label }>): Words<string> =>
  Object.fromEntries(rows.map(({ id, label }) => [id, label]));

const problems = Object.fromEntries(Object.entries(problemCatalogue).map(([code, { zh, en }]) => [code, { zh, en }]));

/** What people call every code that the API speaks, list by list. A new row of law brings its own word. */
export const vocabulary = {
  ...matter,
  ...filing,
  ...clock,
  ...work,
  ...office,
  ...mail,
  dispositions: dispositionLabels,
  refusalReasons: refusalReasonLabels,
  counterReasons: counterReasonLabels,
  elements: elementLabels,
  counterElements: counterElementLabels,
  proceedingKinds: proceedingKindLabels,
  rights: rightLabels,
  regimes: labelled(Object.values(regimes)),
  rules: labelled(clockRules),
  clockStarts: startLabels,
  clockExpiries: expiryLabels,
  events: { ...announced, ...loggedAlone } satisfies Words<string>,
  problems,
} satisfies Record<string, Words<string>>;
