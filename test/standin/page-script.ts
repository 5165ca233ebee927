/**
 * Runs a script of the app in a page's own world and brings back its value, waiting for it when it is a promise. What the script
 * throws is thrown here, in the page's words.
 */
import type { Connection } from './connection.ts';
import { inner, text } from './payload.ts';

export async function runScript(connection: Connection, session: string, code: string): Promise<unknown> {
  const asked = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true };
  const answer = await connection.send('Runtime.evaluate', asked, session);
  if (answer.exceptionDetails === undefined) return inner(answer, 'result').value;
  const details = inner(answer, 'exceptionDetails');
  throw new Error(text(inner(details, 'exception'), 'description') || text(details, 'text'));
}
