import type { Schemas } from '../../api/client.js';
import { currentLanguage } from '../../words/language.js';
import { words } from './words.js';

export type ReceiverCheck = Schemas['ReceiverCheckView'];

/** The report as plain text, for whoever is going to mend the receiver. */
export function checkReport(url: string, verdict: string, checks: readonly ReceiverCheck[]): string {
  const { say } = words;
  const parts = checks.map(({ name, passed, expected, got, advice }) =>
    passed
      ? `✓ ${say(`check.names.${name}`)} (${name}): ${got}`
      : [
          `✗ ${say(`check.names.${name}`)} (${name}): ${got}`,
          `  ${say('check.expected')} ${expected}`,
          `  ${advice[currentLanguage()]}`,
        ].join('\n'),
  );
  return [url, verdict, '', ...parts, ''].join('\n');
}
