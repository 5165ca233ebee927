/** Text typed by a person, as it is signed: without blanks around it, and each letter spelled in its one way. */
export function tidy(text: string): string {
  return text.trim().normalize('NFC');
}
