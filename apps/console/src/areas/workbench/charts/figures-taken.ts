import { taken } from '../../../api/client.js';

/** Figures as JSON; the same addresses answer with a file of text to whoever asks for CSV, which is never us. */
export async function figuresTaken<T>(asked: Parameters<typeof taken<T>>[0]): Promise<Exclude<T, string>> {
  return (await taken(asked)) as Exclude<T, string>;
}
