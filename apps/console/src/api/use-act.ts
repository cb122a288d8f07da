import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './new-key.js';
import { Unreachable } from './problem.js';

/**
 * One act of a person, done once however often it has to be sent: every sending carries the same `Idempotency-Key`
 * until the server has answered. While the answer is unknown (`isUnsure`) only `again()` is open, with what was sent.
 */
export function useAct<Input, Answer>(
  act: (input: Input, headers: { 'Idempotency-Key': string }) => Promise<Answer>,
  done: (answer: Answer, input: Input) => void,
) {
  const key = useRef(newKey());
  const last = useRef<Input>(undefined);
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      last.current = input;
      return act(input, { 'Idempotency-Key': key.current });
    },
    onSuccess: (answer, input) => {
      key.current = newKey();
      done(answer, input);
    },
    onError: (failure) => {
      // refused: what is sent next is another request
      if (!(failure instanceof Unreachable)) key.current = newKey();
    },
  });
  const isUnsure = mutation.error instanceof Unreachable;
  return {
    do: (input: Input) => mutation.mutate(input),
    again: () => mutation.mutate(last.current as Input),
    isRunning: mutation.isPending,
    failure: mutation.error,
    isUnsure,
    forget: mutation.reset,
  };
}
