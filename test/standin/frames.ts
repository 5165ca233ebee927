/**
 * The frames of one window: its page, and whatever pages stand in frames inside it. The app is told which of them speaks; only the
 * top one ever can.
 */
import type { Connection } from './connection.ts';
import { inner, type Payload, text } from './payload.ts';
import { originOf, toApp } from './schemes.ts';
import { strict } from './strict.ts';

export interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly name: string;
  readonly parent: Frame | null;
  readonly top: Frame | null;
  readonly frames: readonly Frame[];
  readonly routingId: number;
  readonly processId: number;
  readonly frameTreeNodeId: number;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

interface Node {
  readonly id: string;
  readonly parent: string;
  readonly number: number;
  readonly frame: Frame;
  url: string;
  name: string;
}

export interface Frames {
  readonly main: Frame;
  frame(id: string): Frame | undefined;
}

let numbers = 0;

/** Follows the frames that hang below the page with this name in Chromium. */
export function watchFrames(connection: Connection, session: string, main: string, processId: number): Frames {
  const nodes = new Map<string, Node>();
  const add = (id: string, parent: string): Node => {
    numbers += 1;
    const node: Node = {
      id,
      parent,
      number: numbers,
      url: '',
      name: '',
      frame: strict('WebFrameMain', frameOf(id, nodes, main, processId)),
    };
    nodes.set(id, node);
    return node;
  };
  const top = add(main, '');
  const navigated = (payload: Payload): void => {
    const frame = inner(payload, 'frame');
    const node = nodes.get(text(frame, 'id')) ?? add(text(frame, 'id'), text(frame, 'parentId'));
    node.url = toApp(text(frame, 'url') + text(frame, 'urlFragment'));
    node.name = text(frame, 'name');
  };
  connection.listen(session, 'Page.frameAttached', (payload) => void add(text(payload, 'frameId'), text(payload, 'parentFrameId')));
  connection.listen(session, 'Page.frameNavigated', navigated);
  connection.listen(session, 'Page.navigatedWithinDocument', (payload) => {
    const node = nodes.get(text(payload, 'frameId'));
    if (node !== undefined) node.url = toApp(text(payload, 'url'));
  });
  connection.listen(session, 'Page.frameDetached', (payload) => {
    if (text(payload, 'reason') !== 'swap') nodes.delete(text(payload, 'frameId'));
  });
  return { main: top.frame, frame: (id) => nodes.get(id)?.frame };
}

/** Everything is read when it is asked for, so that a frame shows where it is now and not where it was. */
function frameOf(id: string, nodes: ReadonlyMap<string, Node>, main: string, processId: number): Frame {
  const self = (): Node | undefined => nodes.get(id);
  const frameAt = (other: string): Frame | null => nodes.get(other)?.frame ?? null;
  return {
    get url() {
      return self()?.url ?? '';
    },
    get origin() {
      return originOf(self()?.url ?? '');
    },
    get name() {
      return self()?.name ?? '';
    },
    get parent() {
      return frameAt(self()?.parent ?? '');
    },
    get top() {
      return frameAt(main);
    },
    get frames() {
      return [...nodes.values()].filter((node) => node.parent === id).map((node) => node.frame);
    },
    get routingId() {
      return self()?.number ?? -1;
    },
    get frameTreeNodeId() {
      return self()?.number ?? -1;
    },
    processId,
    get detached() {
      return self() === undefined;
    },
    isDestroyed: () => self() === undefined,
  };
}
