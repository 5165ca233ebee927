/**
 * The stand-in has only the part of Electron that the app uses. Whatever is missing must be noticed at once: reading it is an error
 * that names it, never a silent `undefined`.
 */

/** What the language and its tools look up on any object: promises, printing, tests. */
const LOOKED_UP_BY_ALL = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'tagName', 'inspect', '$$typeof', 'asymmetricMatch']);

export function notInStandIn(name: string): Error {
  return new Error(`${name} is not in the stand-in`);
}

/** The same object, whose missing members cannot be read. */
export function strict<Members extends object>(name: string, members: Members): Members {
  return new Proxy(members, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || LOOKED_UP_BY_ALL.has(key)) return Reflect.get(target, key, target);
      throw notInStandIn(`${name}.${key}`);
    },
  });
}
