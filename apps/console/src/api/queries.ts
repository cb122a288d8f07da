import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

let toldOfEnd: () => void = () => {};

/** The shell asks to be told when the server no longer knows us, wherever that shows first. */
export function whenSessionEnds(tell: () => void): void {
  toldOfEnd = tell;
}

export function sessionEnded(): void {
  toldOfEnd();
}

function lookForEnd(failure: unknown): void {
  if (failure instanceof ApiProblem && failure.status === 401 && queries.getQueryData(['me'])) toldOfEnd();
}

/** What was read is shown at once and read again behind; the stream of updates says when. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: lookForEnd }),
  mutationCache: new MutationCache({ onError: lookForEnd }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, failure) => count < 2 && !(failure instanceof ApiProblem && failure.status < 500),
    },
    mutations: { retry: false },
  },
});
