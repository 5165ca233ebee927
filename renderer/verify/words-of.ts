/** How a verdict and a check look: a shape and a tone, colour last. */
import type { CheckStatus, Verdict } from '../../core/checks.ts';
import type { ShapeName, Tone } from '../parts/State.tsx';

export const VERDICT_SHAPES: Readonly<Record<Verdict, ShapeName>> = { authentic: 'passes', consistent: 'unknown', failed: 'fails' };
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { authentic: 'settled', consistent: 'attention', failed: 'danger' };
export const CHECK_SHAPES: Readonly<Record<CheckStatus, ShapeName>> = { passed: 'passes', failed: 'fails', 'not checked': 'unknown' };
