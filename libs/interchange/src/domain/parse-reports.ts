import { decodeText, isPlainText } from './decode-text.js';
import { refuseDocument } from './refuse.js';

export interface PlacedReport {
  report: unknown;
  /** JSON pointer of the report in the document; of a line of NDJSON, as if the lines were an array. */
  pointer: string;
}

const deepest = 32;

/** A JSON object, an array of them, or one a line. @throws Problem: not JSON, deeper than 32, control characters, none */
export function parseReports(bytes: Uint8Array): PlacedReport[] {
  const text = decodeText(bytes).trim();
  const value = parsed(text);
  const reports = Array.isArray(value) ? value : [value];
  if (reports.length === 0) refuseDocument([{ pointer: '#', code: 'array_min_size', detail: 'There is no report.' }]);
  const placed = reports.map((report: unknown, index) => ({
    report,
    pointer: Array.isArray(value) ? `#/${index}` : '#',
  }));
  placed.forEach(({ report, pointer }) => requireBounded(report, pointer));
  return placed;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim());
    if (lines.length > 1 && lines[0]!.trim().endsWith('}')) return lines.map(parsedLine);
    return refuseJson(failure, text);
  }
}

function parsedLine(line: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch (failure) {
    return refuseJson(failure, line, index + 1);
  }
}

function refuseJson(failure: unknown, text: string, line?: number): never {
  const { message } = failure as SyntaxError;
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
  const before = text.slice(0, offset).split('\n');
  const pointer = `${line ?? before.length}:${before.at(-1)!.length + 1}`;
  return refuseDocument([{ pointer, code: 'malformed_json', detail: `Not JSON: ${message}` }]);
}

/** One walk without recursion: what is deep would cost its stack. */
function requireBounded(report: unknown, pointer: string): void {
  let level: Array<{ value: unknown; at: string }> = [{ value: report, at: pointer }];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      refuseDocument([{ pointer, code: 'too_deep', detail: `Lists and objects are nested at most ${deepest} deep.` }]);
    }
    const control = level.find(({ value }) => typeof value === 'string' && !isPlainText(value));
    if (control) {
      const detail = 'Control characters are not taken; leave them out.';
      refuseDocument([{ pointer: control.at, code: 'control_characters', detail }]);
    }
    level = level.flatMap(({ value, at }) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, inner]) => ({ value: inner as unknown, at: `${at}/${escaped(key)}` }))
        : [],
    );
  }
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
