/** Every word of the screens in one language, by room and by subject. */

import acts from '../../core/words/en/acts.ts';
import findings from '../../core/words/en/findings.ts';
import paper from '../../core/words/en/paper.ts';
import sums from '../../core/words/en/sums.ts';
import terms from '../../core/words/en/terms.ts';
import accept from './en/accept.ts';
import acknowledgement from './en/acknowledgement.ts';
import board from './en/board.ts';
import checks from './en/checks.ts';
import court from './en/court.ts';
import declare from './en/declare.ts';
import differences from './en/differences.ts';
import entry from './en/entry.ts';
import frame from './en/frame.ts';
import help from './en/help.ts';
import journal from './en/journal.ts';
import medium from './en/medium.ts';
import papers from './en/papers.ts';
import people from './en/people.ts';
import receive from './en/receive.ts';
import refusals from './en/refusals.ts';
import restore from './en/restore.ts';
import rulings from './en/rulings.ts';
import scan from './en/scan.ts';
import setup from './en/setup.ts';
import sheet from './en/sheet.ts';
import sign from './en/sign.ts';
import station from './en/station.ts';
import unlock from './en/unlock.ts';
import verifier from './en/verifier.ts';
import verify from './en/verify.ts';
import wall from './en/wall.ts';

export default {
  accept,
  acknowledgement,
  acts,
  board,
  checks,
  court,
  declare,
  differences,
  entry,
  findings,
  frame,
  help,
  journal,
  medium,
  paper,
  papers,
  people,
  receive,
  refusals,
  restore,
  rulings,
  scan,
  setup,
  sheet,
  sign,
  station,
  sums,
  terms,
  unlock,
  verifier,
  verify,
  wall,
};
