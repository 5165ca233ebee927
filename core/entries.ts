/**
 * How two people's typing becomes a figure (LIFECYCLE §2, Figures). A row is established as the count or blank that two different
 * persons typed; if there is none and two typed *unreadable*, it stands unreadable; else it differs. One person never makes a figure.
 */
import type { Decision, Figures } from './acts.ts';
import { canonical } from './canonical.ts';
import type { Figure } from './count.ts';
import { DECISIONS } from './form.ts';
import type { Active, Typing } from './state.ts';

/** Decisions on disputed votes compare as one row. */
function typedIn(typing: Typing, row: string): Figure | string | undefined {
  if (row !== DECISIONS) return typing.figures[row];
  return typing.decisions === undefined ? undefined : canonical(typing.decisions);
}

export function compareRow(typings: readonly Typing[], row: string): { readonly agreed: Figure | string } | 'differs' {
  const typed = typings.map((typing) => typedIn(typing, row)).filter((value) => value !== undefined);
  const twice = typed.filter((value, at) => typed.indexOf(value) !== at);
  const established = twice.find((value) => value !== 'unreadable') ?? twice[0];
  return established === undefined ? 'differs' : { agreed: established };
}

/** The stage that a form's typing has reached, over the rows its paper has. */
export function stageOfTypings(typings: readonly [Typing, ...Typing[]], rows: readonly string[]): Active {
  if (typings.length === 1) return { stage: 'entered-once', typings: [typings[0]] };
  const differing = [...rows, DECISIONS].filter((row) => compareRow(typings, row) === 'differs');
  if (differing.length > 0) return { stage: 'differing', typings, differing };
  const figures = Object.fromEntries(rows.map((row) => [row, agreedFigure(typings, row)]));
  return { stage: 'agreed', typings, figures, decisions: agreedDecisions(typings) };
}

function agreedFigure(typings: readonly Typing[], row: string): Figure {
  const compared = compareRow(typings, row);
  if (compared === 'differs') throw new Error(`broken invariant: row ${row} is not agreed`);
  return compared.agreed as Figure;
}

function agreedDecisions(typings: readonly Typing[]): readonly Decision[] {
  const compared = compareRow(typings, DECISIONS);
  const found = compared === 'differs' ? undefined : typings.find((typing) => typedIn(typing, DECISIONS) === compared.agreed);
  return found?.decisions ?? [];
}

/** The rows a further reader is asked for: those that differ; of an agreed form, those that stand unreadable. */
export function rowsToRead(stage: Active): readonly string[] {
  if (stage.stage === 'differing') return stage.differing;
  return stage.stage === 'agreed' ? Object.keys(stage.figures).filter((row) => stage.figures[row] === 'unreadable') : [];
}

/** Rows missing from what was typed, and rows nobody asked for. */
export function misfits(figures: Figures, decisions: readonly Decision[] | undefined, asked: readonly string[]) {
  const typed = [...Object.keys(figures), ...(decisions === undefined ? [] : [DECISIONS])];
  return {
    missing: asked.filter((row) => !typed.includes(row)),
    unexpected: typed.filter((row) => !asked.includes(row)),
  };
}
