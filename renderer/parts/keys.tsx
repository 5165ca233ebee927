/**
 * Keys: whatever can be pressed with the mouse has a key, drawn on it. A key is listened for by what it presses, and only while that
 * is on the screen; an open dialog listens alone. Plain letters and digits belong to a box that is being typed into.
 */
import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';

type Listener = (event: KeyboardEvent) => void;
interface Scope {
  add(key: string, listener: Listener): () => void;
}

const KeyScope = createContext<Scope | undefined>(undefined);
/** Open scopes, the innermost last: only that one hears keys. */
const scopes: Map<string, Listener[]>[] = [];

/** `Shift+Enter`, `Alt+1`, `F2`: how keys are written here and drawn on buttons. */
export function nameOfKey(event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey'>): string {
  const plain = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  const key = event.altKey && digit !== undefined ? digit : plain;
  const isShifted = event.shiftKey && event.key.length > 1;
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${isShifted ? 'Shift+' : ''}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

/** Enter and Space on a button or link press that one, whatever else they would do in the room. */
function isPressing(event: KeyboardEvent): boolean {
  const isPress = (event.key === 'Enter' || event.key === ' ') && !event.altKey && !event.ctrlKey && !event.shiftKey;
  return isPress && event.target instanceof Element && event.target.closest('button, a[href], summary') !== null;
}

function hear(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented || isPressing(event)) return;
  const name = nameOfKey(event);
  const isText = event.key.length === 1 && !event.altKey && !event.ctrlKey;
  if (isText && isTyping(event.target)) return;
  const listener = scopes.at(-1)?.get(name)?.at(-1);
  if (listener === undefined) return;
  event.preventDefault();
  // A key held down too long must not sign what comes next.
  if (event.repeat && name.endsWith('Enter')) return;
  listener(event);
}

/** One window, one ear. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}

/** What is inside hears keys alone as long as it is on the screen: the page, or a dialog above it. */
export function KeyBoundary({ children }: { readonly children: ReactNode }) {
  const [keys] = useState(() => new Map<string, Listener[]>());
  // Before the first paint: a key pressed as soon as a dialog is seen must not reach the room behind it.
  useLayoutEffect(() => {
    scopes.push(keys);
    return () => {
      scopes.splice(scopes.indexOf(keys), 1);
    };
  }, [keys]);
  const [scope] = useState<Scope>(() => ({
    add: (key, listener) => {
      const listeners = keys.get(key) ?? [];
      keys.set(key, [...listeners, listener]);
      return () =>
        keys.set(
          key,
          (keys.get(key) ?? []).filter((other) => other !== listener),
        );
    },
  }));
  return <KeyScope.Provider value={scope}>{children}</KeyScope.Provider>;
}

/** Listens for a key while the component is on the screen; none is listened for where `key` is undefined. */
export function useKey(key: string | undefined, listener: Listener): void {
  const scope = useContext(KeyScope);
  const latest = useRef(listener);
  // With the screen, not after it: the key that is pressed as soon as a dialog is gone must find the room listening, and as it is now.
  useLayoutEffect(() => {
    latest.current = listener;
  });
  useLayoutEffect(() => (key === undefined ? undefined : scope?.add(key, (event) => latest.current(event))), [scope, key]);
}

const DRAWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** A key as it is printed on the keyboard; `+` itself is a key as well. */
export function Key({ name }: { readonly name: string }) {
  const parts = name.match(/[^+]+|\+$/g) ?? [];
  return (
    <span aria-hidden="true">
      <kbd>{parts.map((part) => DRAWN[part] ?? part).join(' ')}</kbd>
    </span>
  );
}
