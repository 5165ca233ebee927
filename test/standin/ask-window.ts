/**
 * A small window of the stand-in's own, for a person at a desktop without a file chooser: it says what is asked, takes one line of text
 * if one is wanted, and has a button for each answer. Closing it gives no answer.
 */
import { chromium } from './chromium.ts';
import { payloadOf, text } from './payload.ts';
import { targets } from './targets.ts';

export interface Question {
  readonly title: string;
  readonly words: string;
  readonly buttons: readonly string[];
  /** The line of text to begin with; without it there is none to fill in. */
  readonly line?: string;
}

export interface Reply {
  readonly button: number;
  readonly line: string;
}

const WIDTH = 560;
const HEIGHT = 240;

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function pageOf({ title, words, buttons, line }: Question): string {
  const field = line === undefined ? '' : `<input id="line" value="${escaped(line)}" autofocus>`;
  const keys = buttons.map(
    (button, index) => `<button type="${index === 0 ? 'submit' : 'button'}" value="${index}">${escaped(button)}</button>`,
  );
  return `<!doctype html><title>${escaped(title)}</title>
    <style>body{font:15px sans-serif;margin:24px}input{width:100%;box-sizing:border-box;font:inherit;padding:6px;margin:0 0 16px}
    p{white-space:pre-wrap}button{font:inherit;padding:6px 16px;margin-right:8px}</style>
    <form><p>${escaped(words)}</p>${field}${keys.join('')}</form>`;
}

const LISTEN = `
  const answer = (button) => window.answerStandIn(JSON.stringify({ button, line: document.querySelector('input')?.value ?? '' }));
  for (const button of document.querySelectorAll('button')) button.addEventListener('click', (event) => {
    event.preventDefault();
    answer(Number(button.value));
  });
  (document.querySelector('input') ?? document.querySelector('button')).focus();`;

/** The answer, or nothing when the window was closed. */
export async function ask(question: Question): Promise<Reply | undefined> {
  const { connection } = chromium();
  const target = await targets().open(WIDTH, HEIGHT);
  const send = (method: string, parameters: object = {}) => connection.send(method, parameters, target.session);
  const replied = new Promise<Reply | undefined>((resolve) => {
    targets().onClosed((closed) => closed === target.id && resolve(undefined));
    connection.listen(target.session, 'Runtime.bindingCalled', (payload) => {
      const reply = payloadOf(JSON.parse(text(payload, 'payload')));
      resolve({ button: Number(reply.button), line: text(reply, 'line') });
    });
  });
  await send('Runtime.enable');
  await send('Runtime.addBinding', { name: 'answerStandIn' });
  await send('Runtime.runIfWaitingForDebugger');
  await send('Page.setDocumentContent', { frameId: target.id, html: pageOf(question) });
  await send('Runtime.evaluate', { expression: LISTEN });
  const reply = await replied;
  await connection.send('Target.closeTarget', { targetId: target.id }).catch(() => undefined);
  connection.forget(target.session);
  return reply;
}
