/**
 * What a screen says when something was not done: what, why, and what to do next, in plain words and one sentence. The permanent
 * code and the particulars of the case stand beside the sentence, never in it.
 */
export default {
  'R-COMMAND-REUSED':
    'Nothing was recorded, because this request was already used for something else; look at how things stand now, then do it again.',
  'R-RESTORE-UNCONFIRMED':
    'Nothing was recorded, because a restored backup still waits for a second official; another official confirms or withdraws the restore first.',
  'R-CENTRE-NOT-OPEN': 'Nothing was recorded, because the tallying centre is not open; two officials open it first.',
  'R-LOCKED-OUT':
    'The keyboard stays locked for this person after several wrong passphrases; wait until the time is over, or ask another official to end it.',
  'R-KEY-REVOKED':
    'Nothing was recorded, because this key is not in use, or no longer; sign with the current key, or ask two officials to admit a new one.',
  'R-SUSPENDED': 'Nothing was recorded, because this clerk is suspended; an official can restore the clerk.',
  'R-ROLE': 'Nothing was recorded, because this person is not admitted for this task; hand over to somebody whose role allows it.',
  'R-FORM-UNKNOWN': 'Nothing was recorded, because no such form has been received; find the form by its station, then try again.',
  'R-REVISION-STALE':
    'Nothing was recorded, because the form was restarted after this page was opened; open the page again to see the present revision.',
  'R-NOT-IN-CONTEST':
    'Nothing was recorded, because this station or contest is not among those held here; check the contest and the station code on the paper.',
  'R-PARTICULARS-MISSING':
    'The answers about the paper were not recorded, because a question is still open; answer every one, with “no” where nothing is seen.',
  'R-ENTRIES-COMPLETE':
    'The entry was not sealed, because this form has its two entries; take the next form, or let a third person read rows that differ.',
  'R-NOTHING-TO-READ': 'The reading was not sealed, because no row of this form waits to be read; take the next form.',
  'R-NOT-AGREED': 'Nothing was changed, because this form has no two matching entries yet; finish the entries or the reading first.',
  'R-FORM-OPEN': 'Nothing was changed, because this form is open for signing; if it has to be corrected, an official reopens it first.',
  'R-FORM-ACCEPTED':
    'Nothing was changed, because this form is accepted; an agent may still add a late remark, and an official may reopen the form.',
  'R-FORM-ASIDE': 'Nothing was changed, because this form is set aside; an official can bring it back first.',
  'R-FORM-NOT-OPEN': 'Nothing was recorded, because this form is not open for signing; open it first, or take one that is open.',
  'R-FORM-NOT-ACCEPTED':
    'The late remark was not recorded, because this form is not accepted yet; give an answer while it is open for signing.',
  'R-FORM-NOT-ASIDE': 'The form was not brought back, because it is not set aside; go on with it where it stands.',
  'R-NOTHING-TO-REOPEN': 'The form was not reopened, because it holds nothing that this would undo; go on with it where it stands.',
  'R-RULING-STANDS':
    'The ruling was not recorded, because after the opening only a new finding can be ruled on, and only to count; reopen the form to rule otherwise.',
  'R-ENTRY-SAME-PERSON': 'The entry was not sealed, because the same person made the first one; another clerk makes the second.',
  'R-FIGURES-INCOMPLETE':
    'The entry was not sealed, because a row is not entered; type its figure, - for a box left blank or ? for one that nobody can read.',
  'R-ROWS-UNEXPECTED':
    'Nothing was sealed, because the rows typed are not the rows asked for; open the page again and type exactly the rows it shows.',
  'R-READ-SAME-PERSON':
    'The reading was not sealed, because this person has typed figures of this form before; somebody else reads the rows.',
  'R-READ-RULED': 'The reading was not sealed, because this person has ruled on this form; somebody else reads the rows.',
  'R-RULE-SAME-PERSON': 'The ruling was not recorded, because this official typed figures of this form; another official rules.',
  'R-NO-FINDING': 'The ruling was not recorded, because the finding is not, or no longer, as shown; look at the findings again.',
  'R-RULING-LAPSED':
    'This was not done, because the form was opened as one to be disregarded, and what was found has changed since; reopen it with the figures kept, rule again, and let the agents answer.',
  'R-RULING-SAME': 'The ruling was not recorded again, because it stands exactly so; nothing more is needed.',
  'R-NOT-DISREGARDABLE':
    'The ruling was not recorded, because the law does not let a station be disregarded for this; rule that it counts, or set the form aside.',
  'R-FIGURE-UNREADABLE':
    'The form cannot go on, because a candidate’s figure is unreadable; let another person read the row, or set the form aside.',
  'R-FINDING-UNRULED': 'This was not done, because a finding still waits for a ruling; an official rules on it first.',
  'R-RESULT-CLOSED':
    'Nothing was changed, because this station is closed without a form; withdraw the closing first, or set the form aside.',
  'R-RESULT-NOT-CLOSED': 'Nothing was withdrawn, because this station is not closed for this contest; check the station and the contest.',
  'R-OTHER-FORM-OPEN':
    'The form was not opened, because another form of this station is open or accepted; set this one aside, or reopen the other and set it aside.',
  'R-SUBJECT-STALE': 'Nothing was signed, because what this page shows has changed in the meantime; read the page again, then sign.',
  'R-ACCEPT-SAME-PERSON': 'The form was not accepted, because this official typed figures of it; another official accepts it.',
  'R-OUTCOME-MISSING':
    'This was not done, because an agent who was asked has not answered; wait for the answer, or after the wait record that the agent did not respond.',
  'R-ANSWER-MISSING':
    'The form was not accepted, because an agent says that the screen does not show what the paper says; answer in words, or reopen the form.',
  'R-REASON-MISSING': 'Nothing was recorded, because words are needed here; write a few, which will be public.',
  'R-FORM-UNFINISHED': 'This was not done, because a form is still in hand; bring it to acceptance, or set it aside with a reason.',
  'R-NO-FORM':
    'The station was not closed as set aside, because it has no form that was; choose what happened: not held, postponed, lost or cancelled.',
  'R-TURNOUT-KNOWN':
    'The number of voters was not recorded, because this source is recorded for the station; an official can replace it with a reason.',
  'R-NOT-ACCREDITED':
    'Nothing was recorded, because this person is not an accredited agent of this contest; check the name and the contest, or ask an official.',
  'R-NOT-IN-ATTENDANCE': 'Nothing was recorded, because this agent is not signed in; if the agent is here, the agent signs in first.',
  'R-SIGNED-IN': 'The sign-in was not recorded again, because this agent is signed in; go on.',
  'R-OUTCOME-SAME': 'The answer was not recorded again, because exactly this answer stands; nothing more is needed.',
  'R-OUTCOME-NOT-OWED': 'This was not recorded, because no answer is owed by this agent; look at the list of agents again.',
  'R-TOO-EARLY': 'Nothing was recorded, because the waiting time is not over; try again when it is.',
  'R-PARTY-FULL':
    'The sign-in was not recorded, because this party has as many agents enrolled on site as it may; one of them signs out first.',
  'R-SUMMARY-READY': 'Nothing was changed, because a version of the summary is ready for signing; withdraw that version first.',
  'R-SUMMARY-NOT-READY':
    'Nothing was recorded, because this version of the summary is not, or no longer, ready for signing; look at which version stands now.',
  'R-SUMMARY-STALE': 'Nothing was signed, because something came in after this version was prepared; withdraw it and prepare the next one.',
  'R-SIGNED-ALREADY': 'The signature was not added, because this official has signed this version; another official signs next.',
  'R-TWO-OFFICIALS':
    'The result was not declared, because two officials sign a version and one of the two declares it; let the missing official sign first.',
  'R-DECLARED': 'Nothing was changed, because the result is declared; two officials can open a correction that names the station.',
  'R-NOT-DECLARED':
    'This was not done, because the contest does not stand declared; finish its declaration, or the correction under way, first.',
  'R-RESULT-OUTSTANDING':
    'The summary was not prepared, because stations are outstanding; bring their forms through, or close those stations with a reason.',
  'R-TOTALS-DIFFER':
    'The summary was not prepared, because totals added up in two ways differ; declare nothing, leave the machine as it is, and call for help.',
  'R-NO-PROPOSAL': 'Nothing was confirmed or withdrawn, because this proposal does not wait any more; look at what waits now.',
  'R-PROPOSAL-PENDING':
    'The proposal was not made, because another on the same matter waits; an official confirms or withdraws that one first.',
  'R-PROPOSAL-LAPSED':
    'The proposal was not confirmed, because things have changed since it was made; withdraw it, and propose again if it is still wanted.',
  'R-SECOND-SAME-PERSON': 'The proposal was not confirmed, because whoever made it cannot confirm it; another official does.',
  'R-SELF-ADMIT': 'Nothing was recorded, because nobody lets oneself in or gives oneself a new key; another official does it.',
  'R-PERSON-KNOWN':
    'The person was not recorded, because this number or key belongs to somebody here; check the number, the name and the role.',
  'R-PERSON-UNKNOWN': 'Nothing was recorded, because nobody was found for whom this can be done; look for the person in the list again.',
  'R-KEY-NOT-NAMED':
    'The key was not accepted, because the election definition names another key for this person; bring the key file that was issued.',
  'R-OFFICIAL-NEEDS-COMMISSION':
    'The official was not admitted, because one official’s word is not enough here; bring the commission’s certificate, or let two other officials admit.',
  'R-CERTIFICATE-INVALID':
    'The certificate was not accepted, because it does not fit this person, key and election; ask whoever issued it for one that does.',
  'R-ACKNOWLEDGEMENT-INVALID':
    'The acknowledgement was not recorded, because it does not fit the declared summary or the commission does not stand behind it; ask the national centre for one that does.',
  'R-CENTRE-EXISTS': 'The centre was not created, because there is one here; open that one, or choose another folder.',
  'R-CENTRE-OPEN': 'The centre was not opened again, because it is open; go on.',
  'R-OFFICIALS-TOO-FEW': 'The centre was not opened, because two officials must be admitted; enrol and admit the second one first.',
  'R-CLOCK-BACK':
    'Nothing was recorded, because the clock of this machine is behind the last act in the journal; set the clock right, then try again.',
  'R-CONTENT-WRONG':
    'Nothing was recorded, because something typed or sent does not fit; open the page again, check it, then try once more.',
  'R-NOT-UNLOCKED': 'Nothing was recorded, because the keyboard is locked; unlock it with your own passphrase, then do it again.',
  'R-PASSPHRASE-WRONG': 'Nothing was unlocked, because the passphrase or PIN does not fit; type it again, slowly.',
  'R-READ-ONLY':
    'Nothing was recorded, because the check at the start found a fault and the centre can only be read; export it, and go on from a backup.',
  'R-LIVE-ELECTION': 'This was not done, because it is for rehearsals only and this is a live election; use a rehearsal for it.',
  'R-NO-CENTRE': 'Nothing was done, because no tallying centre is chosen in this program; choose one, or create it, first.',
  'R-PIN-WEAK': 'The PIN was not set, because it is easily guessed; choose six digits that are neither all alike nor in sequence.',
  'R-PIN-NOT-SET': 'Nothing was unlocked, because this agent has no PIN, or no longer; unlock with the passphrase, then set a new one.',
  'R-DISK-FULL':
    'Nothing was recorded, because the disk of this machine is full; free some space on it, then do it again. What was recorded before is safe.',
  'R-DISK-READ-ONLY':
    'Nothing was recorded, because the disk of this machine cannot be written on; end its write protection, then do it again. What was recorded before is safe.',
  'R-DISK-FAILED':
    'This was not recorded, because the disk of this machine answered with an error; close the program, start it again, and look in the journal before doing it again. If the error comes back, go on from a backup on another machine.',
  'R-DATABASE-BUSY':
    'Nothing was recorded, because another program holds the database of this centre; close that program, then do it again.',
  'R-CENTRE-IN-USE':
    'The centre was not opened, because another program on this machine is working with it; go on there, or close it there first.',
  'R-JOURNAL-OVERTAKEN':
    'Nothing was recorded, because another program has written in this journal since it was opened here; close this program, and start it again.',
  'R-MEDIUM-OTHER':
    'The folder was not taken as second medium, because acts that do not continue into this centre’s journal lie there; choose another medium.',
  'R-MEDIUM-INSIDE':
    'The folder was not taken as second medium, because it lies inside the centre’s own data folder; choose a memory stick or another disk.',
  'R-KEY-UNREADABLE':
    'This was not done, because the key file named here lies on this machine but cannot be read; have somebody look at that file and at the disk. Once it is moved out of its folder, a person’s key can be brought again from the memory stick.',
  'R-CARD-LAPSED':
    'No key was made, because the keyboard was locked or handed on since the words were shown, or ten minutes passed: they are forgotten. Destroy what was written down, and make the card again.',

  'E-CANONICAL': 'The file was not accepted, because it is not spelled as it was signed; ask for the original file, unchanged.',
  'E-BASE64': 'The file was not accepted, because a part of it was damaged on the way; copy it again from where it came.',
  'E-KEY': 'The key was not accepted, because it is damaged or not the one needed here; bring the right key file.',
  'E-ENVELOPE': 'The file was not accepted, because it is not the kind of signed file needed here; choose the right one.',
  'E-SIGNATURE': 'The file was not accepted, because its signature does not fit it or its signer; ask for it again from where it came.',
  'E-CONTENT': 'The file was not accepted, because something in it is missing or does not fit; have it corrected where it was made.',
  'E-CONTAINER': 'The bundle was not opened, because it is incomplete or altered; copy it again from where it came.',
  'E-CHECKPOINT': 'The checkpoint was not accepted, because it is incomplete or of another journal; ask for it again from where it came.',
  'E-CSV': 'The table was not read, because a cell in it does not fit; correct that cell, then read the file again.',
  'E-FILE':
    'The file was not read or written, because it is missing, there already or not usable; check its name, its folder and the medium.',
  'E-PICTURE':
    'The picture was not taken, because it is neither JPEG nor PNG nor PDF, or larger than a scan may be (64 MiB, 150 million dots); scan the paper again, less finely.',
  'E-USAGE': 'The command was not run, because a part of it is missing or does not fit; read its help, then type it again.',
  'E-DOORWAY-SENDER':
    'Nothing was done, because the request did not come from a window of this program; close that page and work in the program’s own windows.',
  'E-DOORWAY-ASK': 'Nothing was done, because this window may not ask for that; do it in the main window.',
  'E-DOORWAY-FIELDS': 'Nothing was done, because the request was not put as it should be; open the page again, then try once more.',
  'E-DOORWAY-SIZE': 'Nothing was done, because what was sent is too large; shorten it, or choose a smaller file.',
} as const;
