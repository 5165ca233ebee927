/**
 * The two languages say the same things: whatever has a word in English has one in Kiswahili, under the same name. A word that is
 * missing or too many in either language does not compile.
 */
export type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };
