/**
 * A window: its place, its state and its contents. It asks before it closes, tells when it moves, and tells the app when it was the
 * last one.
 */
import { EventEmitter } from 'node:events';
import { appEvents } from './app-events.ts';
import type { Bounds } from './bounds.ts';
import { chromium, headed } from './chromium.ts';
import { WebContents } from './contents.ts';
import { keepPlace, type Placement } from './placement.ts';
import { mayProceed, preventable } from './preventable.ts';
import { strict } from './strict.ts';
import { targets } from './targets.ts';
import { onThemeChange } from './theme.ts';
import { checkOptions, type WindowOptions } from './window-options.ts';

const DEFAULT_WIDTH = 800;
const DEFAULT_HEIGHT = 600;

const all = new Map<number, BrowserWindow>();
let numbers = 0;
let focused: BrowserWindow | null = null;

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...all.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...all.values()].find((window) => window.webContents.id === contents.id) ?? null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  private readonly contents: WebContents;
  private readonly guarded: BrowserWindow;
  private readonly placement: Placement;
  private title: string;
  private visible = false;

  constructor(options: WindowOptions = {}) {
    super();
    checkOptions(options);
    const { width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT, x = 0, y = 0 } = options;
    numbers += 1;
    this.id = numbers;
    this.title = options.title ?? 'Electron';
    this.contents = new WebContents(options.webPreferences?.preload ?? '', (place) => targets().open(width, height, place));
    this.webContents = this.contents.guarded;
    this.guarded = strict('BrowserWindow', this);
    const state = options.fullscreen === true ? 'fullscreen' : 'normal';
    this.placement = keepPlace(this, this.contents, { bounds: { x, y, width, height }, state });
    all.set(this.id, this.guarded);
    this.follow(options);
    appEvents.emit('browser-window-created', {}, this.guarded);
    if (options.show !== false) this.show();
    // biome-ignore lint/correctness/noConstructorReturn: whoever makes a window must get it behind the guard
    return this.guarded;
  }

  private follow(options: WindowOptions): void {
    const stopTheme = onThemeChange(() => void this.contents.applyTheme());
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.contents.on('close-asked', () => this.close());
    targets().onClosed((target) => target === this.contents.target?.id && this.closedByPerson());
    targets().onChanged((target, title) => target === this.contents.target?.id && this.retitle(title));
    this.once('closed', stopTheme);
    const placed = options.x !== undefined || options.y !== undefined;
    this.contents.up.then(
      () => this.placement.begin(placed).catch(() => undefined),
      () => this.markClosed(),
    );
  }

  private retitle(title: string): void {
    if (title === this.title || this.isDestroyed()) return;
    if (mayProceed(this, 'page-title-updated', {}, title, true)) this.title = title;
  }

  /** Chromium has closed the window already: the app hears of it, but can no longer refuse. */
  private closedByPerson(): void {
    if (this.isDestroyed()) return;
    this.emit('close', preventable({}));
    this.markClosed();
  }

  private markClosed(): void {
    if (!all.delete(this.id)) return;
    if (focused === this.guarded) focused = null;
    this.contents.markDestroyed();
    this.emit('closed');
    if (all.size === 0) appEvents.emit('all-closed');
  }

  loadURL(address: string): Promise<void> {
    return this.contents.loadURL(address);
  }

  show(): void {
    this.visible = true;
    this.emit('show');
    this.focus();
  }

  hide(): void {
    this.visible = false;
    this.emit('hide');
    this.blur();
  }

  focus(): void {
    if (focused === this.guarded) return;
    focused?.blur();
    focused = this.guarded;
    this.emit('focus');
    appEvents.emit('browser-window-focus', {}, this.guarded);
    const { target } = this.contents;
    if (headed && target !== undefined)
      chromium()
        .connection.send('Page.bringToFront', {}, target.session)
        .catch(() => undefined);
  }

  blur(): void {
    if (focused !== this.guarded) return;
    focused = null;
    this.emit('blur');
    appEvents.emit('browser-window-blur', {}, this.guarded);
  }

  close(): void {
    if (this.isDestroyed()) return;
    if (mayProceed(this, 'close')) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed()) return;
    const closeTarget = async (): Promise<void> => {
      await this.contents.up;
      await chromium().connection.send('Target.closeTarget', { targetId: this.contents.target?.id });
    };
    closeTarget().catch(() => undefined);
    this.markClosed();
  }

  isDestroyed(): boolean {
    return !all.has(this.id);
  }
  isVisible(): boolean {
    return this.visible && !this.isMinimized();
  }
  isFocused(): boolean {
    return focused === this.guarded;
  }
  isMinimized(): boolean {
    return this.placement.is('minimized');
  }
  isMaximized(): boolean {
    return this.placement.is('maximized');
  }
  isFullScreen(): boolean {
    return this.placement.is('fullscreen');
  }
  minimize(): void {
    this.placement.change('minimized');
  }
  restore(): void {
    if (this.isMinimized()) this.placement.change('normal');
  }
  maximize(): void {
    this.placement.change('maximized');
  }
  unmaximize(): void {
    if (this.isMaximized()) this.placement.change('normal');
  }
  setFullScreen(full: boolean): void {
    if (full !== this.isFullScreen()) this.placement.change(full ? 'fullscreen' : 'normal');
  }
  getBounds(): Bounds {
    return this.placement.bounds();
  }
  getNormalBounds(): Bounds {
    return this.placement.normal();
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.placement.move(bounds);
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  /** There are no menus to show. */
  setMenuBarVisibility(_visible: boolean): void {}
}
