/**
 * The passphrase as it is shown: once, in a frame, for somebody to copy by hand. It is not stored anywhere.
 */
const SIDE = '|';

/** The frame, its lines ended. Plain characters only, so that every terminal and printer shows it alike. */
export function passphraseBox(person: string, passphrase: string): string {
  const lines = [
    `Passphrase of ${person}`,
    '',
    ...passphrase.split(' ').map((word, at) => `   ${at + 1}  ${word}`),
    '',
    'Shown once and kept nowhere. Write it on paper now.',
    'Four letters of each word are enough to type it.',
    'Without it the key file cannot be opened by anybody.',
  ];
  const width = Math.max(...lines.map((line) => [...line].length));
  const rule = `+${'-'.repeat(width + 2)}+`;
  const framed = lines.map((line) => `${SIDE} ${line}${' '.repeat(width - [...line].length)} ${SIDE}`);
  return `${[rule, ...framed, rule].join('\n')}\n`;
}
