/** For each room the keys that no button of it shows, and which room an address belongs to. */
import type words from '../i18n/en/help.ts';

/** Every room that has words of its own. */
export type HelpRoom = {
  [Name in keyof typeof words]: (typeof words)[Name] extends { readonly purpose: string } ? Name : never;
}[keyof typeof words];
type HelpKey = keyof (typeof words)['keys'];
export type KeyRow = readonly [key: string, words: HelpKey];

const LIST: readonly KeyRow[] = [
  ['ArrowUp ArrowDown', 'move'],
  ['Enter', 'open'],
];
const BOXES: readonly KeyRow[] = [
  ['0 … 9', 'figure'],
  ['Enter ArrowDown', 'next'],
  ['ArrowUp', 'back'],
  ['-', 'blank'],
  ['?', 'unreadable'],
  ['Shift+Enter', 'finish'],
];

export const ROOM_KEYS: Readonly<Record<HelpRoom, readonly KeyRow[]>> = {
  setup: [...LIST, ['Alt+0', 'verify']],
  unlock: [['A … Z', 'words'], ...LIST, ['Alt+0', 'verify']],
  board: LIST,
  station: LIST,
  receive: [['A … Z', 'type'], ...LIST],
  entry: [...BOXES, ['Shift+ArrowDown', 'totals']],
  differences: BOXES,
  rulings: LIST,
  sign: LIST,
  signAgent: [['ArrowUp ArrowDown', 'choice']],
  declare: LIST,
  people: LIST,
  journal: [...LIST, ['PageUp PageDown', 'pages'], ['Home End', 'ends']],
  verify: LIST,
  wall: [],
};

export const EVERYWHERE: readonly KeyRow[] = [
  ['F1', 'help'],
  ['F2', 'language'],
  ['F8', 'diary'],
  ['F9', 'theme'],
  ['F10', 'lock'],
  ['Alt+1', 'rooms'],
  ['Alt+M', 'medium'],
  ['Escape', 'leave'],
  ['Ctrl+Enter', 'sign'],
];

/** The room at an address such as `/entry/...`; the board where it names none. */
export function roomAt(place: string): HelpRoom {
  if (place.startsWith('/sign/agent')) return 'signAgent';
  const [, first = ''] = place.split('/');
  return Object.hasOwn(ROOM_KEYS, first) ? (first as HelpRoom) : 'board';
}
