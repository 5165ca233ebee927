/** Where a thread's program lies: beside the file that starts it, as source where the source runs, as built where the app was built. */
export function ownThread(beside: string, name: string): URL {
  return new URL(`./${name}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside);
}
