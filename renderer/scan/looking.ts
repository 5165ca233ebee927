/**
 * How a scan is looked at: how large, turned which way, moved how far, with or without the ruler. Each form is remembered as it was
 * last looked at while the app runs, and a form seen for the first time is shown as large and turned as the one before it, so that a
 * scanner that lays papers sideways costs one key for the night.
 */
export interface Looking {
  /** 1 shows the whole page. */
  readonly zoom: number;
  /** Quarter turns, clockwise. */
  readonly turn: 0 | 1 | 2 | 3;
  /** How far the page is moved from the middle, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly hasRuler: boolean;
  readonly isDim: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const STEP = 1.25;
const SMALLEST = 0.5;
const LARGEST = 12;

export const WHOLE_PAGE: Looking = { zoom: 1, turn: 0, x: 0, y: 0, hasRuler: true, isDim: false };

/** Zooming keeps what is in the middle in the middle. */
export function zoomed(looking: Looking, steps: number): Looking {
  const zoom = Math.min(LARGEST, Math.max(SMALLEST, looking.zoom * STEP ** steps));
  const by = zoom / looking.zoom;
  return { ...looking, zoom, x: looking.x * by, y: looking.y * by };
}

export function turned(looking: Looking): Looking {
  return { ...looking, turn: ((looking.turn + 1) % 4) as Looking['turn'], x: 0, y: 0 };
}

export function moved(looking: Looking, x: number, y: number): Looking {
  return { ...looking, x: looking.x + x, y: looking.y + y };
}

export function fitted(looking: Looking): Looking {
  return { ...looking, zoom: 1, x: 0, y: 0 };
}

/** Where a page of this size lies on its stage: how large before it is turned, and how much room it takes turned. */
export function placed({ zoom, turn }: Looking, page: Size, stage: Size): { readonly page: Size; readonly room: Size } {
  const isSideways = turn % 2 === 1;
  const across = isSideways ? { width: page.height, height: page.width } : page;
  const scale = zoom * Math.min(stage.width / across.width, stage.height / across.height);
  return {
    page: { width: page.width * scale, height: page.height * scale },
    room: { width: across.width * scale, height: across.height * scale },
  };
}

/** A page may be moved until its edge reaches the middle of the stage, and no further out of sight. */
export function kept(looking: Looking, room: Size): Looking {
  const within = (at: number, reach: number) => Math.min(reach / 2, Math.max(-reach / 2, at));
  return { ...looking, x: within(looking.x, room.width), y: within(looking.y, room.height) };
}

/** How much of the stage is kept above and below the ruler, of its height. */
const MARGIN = 0.2;

/** A page too large for its stage goes along with the ruler, `at` how far down the page, so that the active row stays in view. */
export function followed(looking: Looking, at: number, room: Size, stage: Size): Looking {
  if (!looking.hasRuler || room.height <= stage.height) return looking;
  const row = (at - 0.5) * room.height;
  const reach = stage.height * (0.5 - MARGIN);
  return { ...looking, y: Math.min(reach, Math.max(-reach, row + looking.y)) - row };
}

let last: Pick<Looking, 'zoom' | 'turn' | 'x'> = WHOLE_PAGE;
const remembered = new Map<string, Looking>();

export function recall(of: string): Looking {
  const { zoom, turn, x } = last;
  return remembered.get(of) ?? { ...WHOLE_PAGE, zoom, turn, x };
}

export function remember(of: string, looking: Looking): void {
  remembered.set(of, looking);
  last = looking;
}
