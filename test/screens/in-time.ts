/**
 * No test waits for ever. What the test tool leaves without an end of its own (a question to a page that hangs, an app that does not
 * close) is waited for here: so long, and then the test fails and says what it waited for.
 */

/** Milliseconds; a hundred times what it takes on a machine that has much else to do. */
export const PATIENCE = 30_000;

export async function inTime<T>(what: string, waiting: Promise<T>, patience = PATIENCE): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${patience / 1000} s are over, and still to come: ${what}`)), patience);
  try {
    return await Promise.race([waiting, over]);
  } finally {
    clearTimeout(timer);
  }
}
