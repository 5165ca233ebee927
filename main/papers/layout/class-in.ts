/** A class out of a package that was written for another way of importing: Node hands over the whole module, a bundler its class. */
export function classIn<Class>(imported: Class): Class {
  const wrapped = imported as { readonly default?: Class };
  return typeof imported === 'function' ? imported : (wrapped.default ?? imported);
}
