/** What makes two languages say the same things; whoever adds a word in one has to find it in the other. */

/** The same names with other words: a language that lacks one does not compile. */
export type Same<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Words[Key] extends readonly string[]
        ? readonly string[]
        : Same<Words[Key]>;
};
