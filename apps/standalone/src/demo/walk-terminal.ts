/** What happened, for a person at a terminal: numbered steps, and lines below them. */
export interface Terminal {
  step(zh: string, en: string): void;
  tell(...lines: string[]): void;
}

export function terminal(write: (text: string) => unknown): Terminal {
  let steps = 0;
  return {
    step: (zh, en) => write(`\n ${++steps}  ${zh}\n    ${en}\n`),
    tell: (...lines) => write(lines.map((line) => `    ${line}\n`).join('')),
  };
}

/** At most `width` characters of a text, on one line. */
export function short(text: string, width: number): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')];
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}

const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Beijing time, as deadlines are counted: `11-25 08:21:07`. */
export function at(instant: string): string {
  return beijing.format(new Date(instant)).replace('/', '-');
}

/** The end of a clock, which is the first instant that is too late: of a whole day `11-25 24:00`, else as `at`. */
export function until(dueAt: string): string {
  const isMidnight = at(dueAt).endsWith(' 00:00:00');
  return isMidnight ? at(new Date(Date.parse(dueAt) - 1).toISOString()).replace('23:59:59', '24:00') : at(dueAt);
}
