import { setImmediate as turn } from 'node:timers/promises';

interface Call<I, O> {
  input: I;
  resolve: (output: O) => void;
  reject: (failure: unknown) => void;
}

/**
 * Makes one call of many: what is asked while a round runs goes together in the next. Busy, a statement serves a hundred;
 * idle, nobody waits for company. `work` answers in the order it was asked; when it fails, all of its round have failed.
 */
export function inBatches<I, O>(work: (inputs: I[]) => Promise<O[]>, most = 100): (input: I) => Promise<O> {
  const waiting: Array<Call<I, O>> = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      await turn(); // whatever came in by the same turn of the loop comes along
      const calls = waiting.splice(0, most);
      await work(calls.map(({ input }) => input)).then(
        (outputs) => calls.forEach(({ resolve }, place) => resolve(outputs[place]!)),
        (failure: unknown) => calls.forEach(({ reject }) => reject(failure)),
      );
    }
    isRunning = false;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!isRunning) void run();
    });
}
