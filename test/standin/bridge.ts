/**
 * A page lives in two worlds that share its document but none of their objects: its own scripts in one, the app's preload in the
 * other. What the preload offers to the page crosses as events on the document, functions as names by which they can be called. Both
 * halves run from the text of these functions, which may therefore use nothing from outside.
 */
export interface Bridge {
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
  hear(name: string, listener: (detail: unknown) => void): void;
  say(name: string, detail: unknown): void;
}

/** One half of the bridge. `channel` is a name no page can guess, `me` and `other` the two worlds. */
export function makeBridge(channel: string, me: string, other: string): Bridge {
  type Fields = Record<string, unknown>;
  type Callable = (...parameters: unknown[]) => unknown;
  interface Answer {
    readonly id: string;
    readonly kind: 'value' | 'failure' | 'later';
    readonly value?: unknown;
  }
  const page = (globalThis as unknown as { document: EventTarget }).document;
  const dispatch = page.dispatchEvent.bind(page);
  const listen = page.addEventListener.bind(page);
  const PageEvent = CustomEvent;
  const DEEPEST = 1000;
  const functions = new Map<string, Callable>();
  const waiting = new Map<string, (answer: Answer) => void>();
  let last = 0;
  const next = (): string => {
    last += 1;
    return `${me}${last}`;
  };
  const say = (name: string, detail: unknown): void => void dispatch(new PageEvent(`${channel}:${name}`, { detail }));
  const hear = (name: string, listener: (detail: unknown) => void): void =>
    listen(`${channel}:${name}`, (event) => listener((event as CustomEvent).detail));
  const encodeFields = (value: object, depth: number): unknown => {
    const pairs = Object.entries(value).map(([name, field]) => [name, encodeAt(field, depth)] as const);
    return Object.hasOwn(value, '$is') ? { $is: 'object', pairs } : Object.fromEntries(pairs);
  };
  const encodeFunction = (value: Callable): Fields => {
    const name = next();
    functions.set(name, value);
    return { $is: 'function', name };
  };
  const encodeAt = (value: unknown, depth: number): unknown => {
    if (depth > DEEPEST) throw new Error('Attempting to pass a value that is nested too deeply');
    if (typeof value === 'function') return encodeFunction(value as Callable);
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Error) return { $is: 'error', message: value.message };
    if (Array.isArray(value)) return value.map((element) => encodeAt(element, depth + 1));
    const plain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
    return plain ? encodeFields(value, depth + 1) : value;
  };
  const encode = (value: unknown): unknown => encodeAt(value, 0);
  const decodeMark = (value: Fields): unknown => {
    if (value.$is === 'function') return (...parameters: unknown[]) => callOther(String(value.name), parameters);
    if (value.$is === 'error') return new Error(String(value.message));
    return Object.fromEntries((value.pairs as [string, unknown][]).map(([name, field]) => [name, decode(field)]));
  };
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    if (Object.hasOwn(value, '$is')) return decodeMark(value as Fields);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, decode(field)]));
  };
  const settle = (answer: Answer): unknown => {
    if (answer.kind === 'failure') throw decode(answer.value);
    return decode(answer.value);
  };
  const waitFor = (id: string): Promise<unknown> => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(id, resolve);
    return promise.then((answer) => {
      waiting.delete(id);
      return settle(answer);
    });
  };
  /** Events on a document are heard before `say` returns, so that the answer, or the promise of one, is already there. */
  const callOther = (name: string, parameters: unknown[]): unknown => {
    const id = next();
    let answer: Answer | undefined;
    waiting.set(id, (given) => {
      answer = given;
    });
    say(`call-${other}`, { id, name, parameters: encode(parameters) });
    waiting.delete(id);
    if (answer === undefined) throw new Error('the other world is gone');
    return answer.kind === 'later' ? waitFor(id) : settle(answer);
  };
  const answerCall = (id: string, value: unknown): void => {
    const answer = (kind: Answer['kind'], given?: unknown): void => say(`answer-${other}`, { id, kind, value: encode(given) });
    if (!(value instanceof Promise)) {
      answer('value', value);
      return;
    }
    answer('later');
    value.then(
      (given) => answer('value', given),
      (problem) => answer('failure', problem),
    );
  };
  hear(`answer-${me}`, (detail) => waiting.get((detail as Answer).id)?.(detail as Answer));
  hear(`call-${me}`, (detail) => {
    const { id, name, parameters } = detail as { id: string; name: string; parameters: unknown };
    try {
      answerCall(id, functions.get(name)?.(...(decode(parameters) as unknown[])));
    } catch (problem) {
      say(`answer-${other}`, { id, kind: 'failure', value: encode(problem) });
    }
  });
  return { encode, decode, hear, say };
}
