import { Button } from 'antd';
import { useCallback } from 'react';
import { useKey } from './keys.js';
import { useToast } from './toast.js';
import { words } from './words.js';

/** Assignments, claims and notes take effect at once and can be taken back for ten seconds. Legal acts never pass here. */
const undoMillis = 10_000;
const toastKey = 'undo';

let latest: { undo: () => Promise<unknown>; until: number } | null = null;

/** `offer('已指派给李四', () => assignBack())`: says what was done, with the way back. */
export function useUndo(): (done: string, undo: () => Promise<unknown>) => void {
  const toast = useToast();
  const takeBack = useTakeBack();
  return useCallback(
    (done, undo) => {
      latest = { undo, until: performance.now() + undoMillis };
      void toast.open({
        key: toastKey,
        type: 'success',
        duration: undoMillis / 1000,
        content: (
          <span>
            {done}{' '}
            <Button type="link" size="small" onClick={() => void takeBack()}>
              {words.say('undo')}
            </Button>
          </span>
        ),
      });
    },
    [toast, takeBack],
  );
}

function useTakeBack(): () => Promise<void> {
  const toast = useToast();
  return useCallback(async () => {
    const last = latest;
    latest = null;
    toast.destroy(toastKey);
    if (!last || performance.now() > last.until) return;
    try {
      await last.undo();
      void toast.success(words.say('undone'));
    } catch (failure) {
      void toast.error(failure instanceof Error ? failure.message : String(failure));
    }
  }, [toast]);
}

/** Z takes the latest back, wherever one is. Mounted once, by the frame. */
export function UndoKey() {
  const say = words.use();
  const takeBack = useTakeBack();
  useKey('z', say('undo'), () => void takeBack());
  return null;
}
