/** What the torture program runs: something that goes wrong again and again, in a way that can be repeated. */

export interface Torment {
  readonly name: string;
  /** Plays rounds until `until` says stop; a round that fails says so and goes on. Reproducible from the seed. */
  run(settings: {
    readonly seed: number;
    readonly rounds: number;
    readonly isOver: () => boolean;
    readonly tell: (line: string) => void;
  }): Promise<Tally>;
}
export interface Tally {
  readonly tried: number;
  readonly faults: readonly string[];
  /** further counts, such as acts acknowledged */
  readonly counts?: Readonly<Record<string, number>>;
}
