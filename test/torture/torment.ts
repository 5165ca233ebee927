/**
 * What every torment is to the torture program: a name, and rounds that are played until somebody says stop. Whatever it finds is
 * told as a fault, in words and with what is needed to play it again.
 */

/** What a torment has done. */
export interface Tally {
  /** Rounds, kills, cuts: what was tried. */
  readonly tried: number;
  readonly faults: readonly string[];
  /** Further counts, such as acts acknowledged. */
  readonly counts?: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly seed: number;
  /** The most rounds to play. */
  readonly rounds: number;
  readonly isOver: () => boolean;
  readonly tell: (line: string) => void;
}

export interface Torment {
  readonly name: string;
  /** Plays rounds until `isOver` says stop; a round that fails says so and goes on. Reproducible from the seed. */
  run(settings: Settings): Promise<Tally>;
}
