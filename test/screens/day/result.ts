/** What is done with a contest's result, by keys: prepared, signed by two officials, signed off by the agents, declared, exported. */
import type { ElectronApplication } from 'playwright';
import type { Crew } from './crew.ts';

const SILENT = 'Called three times, no answer.';

/** Goes to *declare* and turns to the contest. */
async function turnTo({ hands, room }: Crew, contest: string): Promise<void> {
  await room('7', 'Declare');
  if (!(await hands.read()).includes(contest)) await hands.press(']');
  await hands.see(contest);
}

/** `contest` is the beginning of what the room's head says of it. */
export async function declare(crew: Crew, contest: string, answering: readonly string[], reason?: string): Promise<void> {
  const { hands } = crew;
  await crew.become('RO1');
  await turnTo(crew, contest);
  await hands.see('Nothing is outstanding');
  await hands.press('Shift+Enter');
  await hands.see('Prepare the summary on');
  if (reason !== undefined) await hands.type(reason);
  await hands.press('Control+Enter');
  await hands.see('0 of 2 signatures');
  for (const official of ['RO1', 'DRO1']) {
    await crew.become(official);
    await turnTo(crew, contest);
    await hands.press('s');
    await hands.see('You sign exactly these totals');
    await hands.press('Control+Enter');
    await hands.miss('You sign exactly these totals');
  }
  for (const agent of answering) {
    await crew.become(agent);
    await turnTo(crew, contest);
    await hands.see('having seen these totals');
    await hands.press('1');
    await hands.see('Your answer stands: Agree');
  }
  await crew.become('RO1');
  await turnTo(crew, contest);
  await hands.press('n');
  await hands.see('Agents whose answer is awaited');
  await hands.press('Tab');
  await hands.type(SILENT);
  await hands.press('Control+Enter');
  await hands.miss('Agents whose answer is awaited');
  await hands.press('Shift+Enter');
  await hands.see(/becomes the (collated|declared) result/);
  await hands.press('Control+Enter');
  await hands.see(/· (Collated|Declared)/);
}

/** Writes the official edition into the folder; answers what the screen says of it. */
export async function exportTo(crew: Crew, app: ElectronApplication, contest: string, folder: string): Promise<string> {
  const { hands } = crew;
  await turnTo(crew, contest);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [chosen] })) as unknown as typeof dialog.showOpenDialog;
  }, folder);
  await hands.press('x');
  await hands.see('Choose a folder and write');
  await hands.press('Control+Enter');
  await hands.see('Written, read back and verified');
  const said = await hands.read();
  await hands.press('Escape');
  await hands.miss('Written, read back and verified');
  return said;
}
