/**
 * What a window shows: a page, followed through its session with Chromium. Its events and verbs are Electron's; what the page may not
 * do (navigate, open windows, speak from a frame) is decided here and in the files it uses.
 */
import { EventEmitter } from 'node:events';
import { appEvents } from './app-events.ts';
import { type Chromium, chromium, headed } from './chromium.ts';
import { attach } from './contents-attach.ts';
import type { Frame, Frames } from './frames.ts';
import { hear, invoke, type Sender } from './ipc.ts';
import { runScript } from './page-script.ts';
import { type PaperOptions, printToPaper } from './paper.ts';
import { type Payload, text } from './payload.ts';
import { decidePermissions } from './permissions.ts';
import { originOf, toApp, toPage } from './schemes.ts';
import { notInStandIn, strict } from './strict.ts';
import { OPENING, type Target } from './targets.ts';
import { showTheme } from './theme.ts';
import { wire } from './wire.ts';
import { type FromPage, RECEIVER, type ToPage } from './worlds.ts';

type WindowOpenHandler = (details: { url: string; frameName: string; disposition: string }) => { action: 'allow' | 'deny' };

const all = new Map<number, WebContents>();
let numbers = 0;

export function allContents(): readonly WebContents[] {
  return [...all.values()];
}

export class WebContents extends EventEmitter {
  readonly id: number;
  /** The same object behind the guard against missing members: what the app sees. */
  readonly guarded: WebContents;
  readonly up: Promise<void>;
  readonly preload: string;
  target: Target | undefined;
  private readonly browser: Chromium;
  private readonly expected = new Set<string>();
  private frames: Frames | undefined;
  private world = 0;
  private destroyed = false;
  private crashed = false;
  private readonly firstAddress = Promise.withResolvers<string>();
  private windowOpen: WindowOpenHandler = () => ({ action: 'allow' });

  /** On a desktop a window can be opened only when it is known which site it will show. */
  constructor(preload: string, open: (place?: string) => Promise<Target>) {
    super();
    numbers += 1;
    this.id = numbers;
    this.preload = preload;
    this.browser = chromium();
    this.guarded = strict('webContents', this);
    all.set(this.id, this);
    this.on('did-navigate', () => {
      const shown = allContents().map((contents) => ({ contents: contents.guarded, address: contents.getURL() }));
      decidePermissions(this.browser.connection, shown).catch(() => undefined);
    });
    this.on('render-process-gone', () => {
      this.crashed = true;
    });
    this.on('did-navigate', () => {
      this.crashed = false;
    });
    this.up = this.attachTo(headed ? this.firstAddress.promise.then(open) : open());
    this.up.catch((problem: unknown) => process.stderr.write(`The stand-in could not open a window: ${String(problem)}\n`));
    appEvents.emit('web-contents-created', {}, this.guarded);
  }

  private async attachTo(opening: Promise<Target>): Promise<void> {
    const target = await opening;
    this.target = target;
    this.frames = await attach(this.browser.connection, target, {
      id: this.id,
      events: this,
      preload: this.preload,
      takeExpected: (address) => this.expected.delete(address),
      askToOpen: (address) => this.askToOpen(address),
      message: (world, message) => this.receive(world, message),
      world: (world) => {
        this.world = world;
      },
    });
  }

  /** Only the world of the top page's preload is heard; a message from a page that is gone by now is dropped. */
  private receive(world: number, message: FromPage): void {
    if (world !== this.world || this.frames === undefined) return;
    if (message.kind === 'open') this.askToOpen(message.address);
    else if (message.kind === 'close') this.close();
    else if (message.kind === 'preload-error') this.emit('preload-error', {}, this.preload, message.error);
    else if (message.kind === 'send') hear(this.senderOf(this.frames.main), message.channel, message.parameters);
    else void this.answer(world, this.senderOf(this.frames.main), message);
  }

  private senderOf(frame: Frame): Sender {
    return { sender: this.guarded, senderFrame: frame, processId: frame.processId, frameId: frame.routingId };
  }

  private async answer(world: number, event: Sender, { id, channel, parameters }: FromPage & { kind: 'invoke' }): Promise<void> {
    const answer = await invoke(event, channel, parameters);
    if (world !== this.world) return;
    if ('failure' in answer) this.deliver({ kind: 'failure', id, message: answer.failure });
    else this.deliver({ kind: 'answer', id, value: answer.value });
  }

  private deliver(message: ToPage): void {
    if (this.destroyed || this.world === 0) return;
    const call = { executionContextId: this.world, functionDeclaration: `function (text) { ${RECEIVER}(text); }` };
    this.ask('Runtime.callFunctionOn', { ...call, arguments: [{ value: this.write(message) }] }).catch(() => undefined);
  }

  /** A value that cannot be passed on fails the one call, as in Electron. */
  private write(message: ToPage): string {
    try {
      return wire.toWire(message);
    } catch (problem) {
      if (message.kind === 'answer') return wire.toWire({ kind: 'failure', id: message.id, message: String(problem) });
      throw problem;
    }
  }

  private ask(method: string, parameters: object = {}): Promise<Payload> {
    return this.browser.connection.send(method, parameters, this.target?.session ?? 'none');
  }

  private expect(address: string): void {
    const { href } = new URL(toPage(address));
    this.expected.add(href.replace(/#.*$/s, ''));
  }

  get mainFrame(): Frame {
    if (this.frames === undefined) throw notInStandIn('webContents.mainFrame before the window is open');
    return this.frames.main;
  }

  send(channel: string, ...parameters: readonly unknown[]): void {
    this.deliver({ kind: 'event', channel, parameters });
  }

  async loadURL(address: string): Promise<void> {
    this.firstAddress.resolve(`${toPage(originOf(address))}${OPENING}`);
    await this.up;
    // A page that has died answers only once it is there again.
    const themed = this.applyTheme();
    await (this.crashed ? undefined : themed);
    const finished = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    this.expect(address);
    const problem = text(await this.ask('Page.navigate', { url: toPage(address) }), 'errorText');
    if (problem !== '') throw Object.assign(new Error(`${problem} loading '${address}'`), { code: problem });
    await finished;
  }

  reload(): void {
    this.expect(this.getURL());
    this.ask('Page.reload').catch(() => undefined);
  }

  /** Pages of the stand-in have no way to the network at all. */
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  isCrashed(): boolean {
    return this.crashed;
  }

  forcefullyCrashRenderer(): void {
    this.ask('Page.crash').catch(() => undefined);
  }

  getURL(): string {
    return this.frames?.main.url ?? '';
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpen = handler;
  }

  /** Asks the app about a window that a page wants to open. The app opens its windows itself, so that `allow` is not provided for. */
  private askToOpen(address: string): void {
    const { action } = this.windowOpen({ url: toApp(address), frameName: '', disposition: 'foreground-tab' });
    if (action !== 'deny') process.stderr.write(`${notInStandIn(`the answer ${action} to a page that opens a window`).message}\n`);
  }

  executeJavaScript(code: string): Promise<unknown> {
    return runScript(this.browser.connection, this.target?.session ?? '', code);
  }

  async printToPDF(options: PaperOptions = {}): Promise<Buffer> {
    await this.up;
    return printToPaper(this.browser.connection, this.target?.session ?? '', options);
  }

  /** On a desktop Chromium shows its own print window; without a display there is nothing to print to. */
  print(_options: object = {}, done: (printed: boolean, reason: string) => void = () => undefined): void {
    if (!headed) {
      done(false, 'the stand-in prints on a desktop only');
      return;
    }
    this.executeJavaScript('print()').then(
      () => done(true, ''),
      (problem: unknown) => done(false, String(problem)),
    );
  }

  openDevTools(): void {
    process.stderr.write('The stand-in opens no developer tools.\n');
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  close(): void {
    this.emit('close-asked');
  }

  async applyTheme(): Promise<void> {
    await showTheme(this.browser.connection, this.target?.session ?? '');
  }

  markDestroyed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    all.delete(this.id);
    if (this.target !== undefined) this.browser.connection.forget(this.target.session);
    this.emit('destroyed');
  }
}
