/**
 * What may be said about a window when it is made. An option that the stand-in does not know is an error, and so is a window without
 * the sandbox or with Node in its pages: the app must never ask for one.
 */
import { notInStandIn } from './strict.ts';

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly icon?: unknown;
  readonly backgroundColor?: string;
  readonly autoHideMenuBar?: boolean;
  readonly fullscreen?: boolean;
  readonly fullscreenable?: boolean;
  readonly webPreferences?: WebPreferences;
}

interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly nodeIntegrationInWorker?: boolean;
  readonly nodeIntegrationInSubFrames?: boolean;
  readonly webSecurity?: boolean;
  readonly allowRunningInsecureContent?: boolean;
  readonly experimentalFeatures?: boolean;
  readonly plugins?: boolean;
  readonly webviewTag?: boolean;
  readonly spellcheck?: boolean;
  readonly devTools?: boolean;
  readonly navigateOnDragDrop?: boolean;
  readonly safeDialogs?: boolean;
  readonly disableDialogs?: boolean;
}

const PLACE = ['width', 'height', 'x', 'y', 'minWidth', 'minHeight', 'show', 'fullscreen', 'fullscreenable'];
const LOOK = ['title', 'icon', 'backgroundColor', 'autoHideMenuBar', 'webPreferences'];
const SAFETY = ['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag', 'navigateOnDragDrop'];
const NEVER = [
  ...(['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag'] as const),
  ...(['allowRunningInsecureContent', 'experimentalFeatures', 'plugins'] as const),
];
const COMFORT = ['spellcheck', 'devTools', 'safeDialogs', 'disableDialogs'];

export function checkOptions(options: WindowOptions): void {
  const { webPreferences = {} } = options;
  refuseUnknown('BrowserWindow', options, [...PLACE, ...LOOK]);
  refuseUnknown('webPreferences', webPreferences, [...SAFETY, ...NEVER, ...COMFORT]);
  const { sandbox = true, contextIsolation = true, webSecurity = true } = webPreferences;
  const isOpen = NEVER.some((option) => webPreferences[option] === true);
  if (!sandbox || !contextIsolation || !webSecurity || isOpen) throw notInStandIn('a window that is not sandboxed and isolated');
}

function refuseUnknown(name: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((option) => !known.includes(option));
  if (unknown !== undefined) throw notInStandIn(`the option ${unknown} of ${name}`);
}
