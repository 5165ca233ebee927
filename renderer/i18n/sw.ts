/** Every word of the screens in one language, by room and by subject. */

import acts from '../../core/words/sw/acts.ts';
import findings from '../../core/words/sw/findings.ts';
import paper from '../../core/words/sw/paper.ts';
import sums from '../../core/words/sw/sums.ts';
import terms from '../../core/words/sw/terms.ts';
import accept from './sw/accept.ts';
import acknowledgement from './sw/acknowledgement.ts';
import board from './sw/board.ts';
import checks from './sw/checks.ts';
import court from './sw/court.ts';
import declare from './sw/declare.ts';
import differences from './sw/differences.ts';
import entry from './sw/entry.ts';
import frame from './sw/frame.ts';
import help from './sw/help.ts';
import journal from './sw/journal.ts';
import medium from './sw/medium.ts';
import papers from './sw/papers.ts';
import people from './sw/people.ts';
import receive from './sw/receive.ts';
import refusals from './sw/refusals.ts';
import restore from './sw/restore.ts';
import rulings from './sw/rulings.ts';
import scan from './sw/scan.ts';
import setup from './sw/setup.ts';
import sheet from './sw/sheet.ts';
import sign from './sw/sign.ts';
import station from './sw/station.ts';
import unlock from './sw/unlock.ts';
import verifier from './sw/verifier.ts';
import verify from './sw/verify.ts';
import wall from './sw/wall.ts';

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
