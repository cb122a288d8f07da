import { useEffect, useSyncExternalStore } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';

/** What a key does on the page that is open; the help (?) lists them. */
export interface KeyHint {
  keys: string;
  does: string;
}

const kept = 'tongshan.keys';
const hints = new Map<string, KeyHint>();
const watchers = new Set<() => void>();
let list: readonly KeyHint[] = [];
let isOn = localStorage.getItem(kept) !== 'off';

function changed(): void {
  list = [...hints.values()];
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

export function switchKeys(on: boolean): void {
  isOn = on;
  localStorage.setItem(kept, on ? 'on' : 'off');
  changed();
}

export function useKeysAreOn(): boolean {
  return useSyncExternalStore(watch, () => isOn);
}

export function useKeyHints(): readonly KeyHint[] {
  return useSyncExternalStore(watch, () => list);
}

/** While Chinese is being composed a letter belongs to the input method: 229 is what old browsers say of it. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** What one writes in; a tick box is none, and the keys go on. */
function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** A dialog that is open takes the keys of the page beneath. */
function isBehindDialog(): boolean {
  return document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null;
}

/**
 * One key for one act, by its place on the keyboard (`event.code`), never while typing or composing.
 * @param keys as react-hotkeys-hook writes them, e.g. `j`, `shift+slash`, `mod+k`
 */
export function useKey(
  keys: string,
  does: string,
  act: () => void,
  options: { isEnabled?: boolean; inFields?: boolean; inDialogs?: boolean; always?: boolean } = {},
): void {
  const { isEnabled = true, inFields = false, inDialogs = false, always = false } = options;
  const on = useKeysAreOn();
  useEffect(() => {
    if (!isEnabled) return;
    hints.set(keys, { keys, does });
    changed();
    return () => {
      hints.delete(keys);
      changed();
    };
  }, [keys, does, isEnabled]);
  useHotkeys(
    keys,
    (event) => {
      if (!inDialogs && isBehindDialog()) return;
      event.preventDefault();
      act();
    },
    {
      enabled: isEnabled && (on || always),
      enableOnFormTags: true,
      enableOnContentEditable: true,
      ignoreEventWhen: (event) => isComposing(event) || (!inFields && isField(event.target)),
    },
    [act, inDialogs, inFields],
  );
}
