/**
 * What arithmetic and the register say about a form, by the permanent code of each rule: its title, what it means, the sum that
 * should hold in the paper's own words, and what each ruling does. F rules need a ruling and so does W02; the other W rules are
 * notes, shown and listed, that block nothing; the statistical ones are labelled as attention aids, wherever they are shown. `threshold` is a percentage of the signed election definition.
 */
export default {
  note: 'note',
  aid: 'attention aid',
  F01: {
    title: 'Candidates do not add up to the total',
    explain: 'The candidates’ votes and the total under them should be the same; the candidates’ figures as written are what is tallied.',
    formula: 'sum of the candidates’ votes = total valid votes at the foot of the table',
    count: 'The candidates’ figures are tallied as written; the difference is listed in the error report.',
  },
  F02: {
    title: 'The two totals of valid votes differ',
    explain: 'The valid votes stand twice on the paper, under the candidates and in line 5, and should be the same in both places.',
    formula: 'total valid votes at the foot of the table = valid votes cast (line 5)',
    count: 'Both figures stay as written; the difference is listed in the error report.',
  },
  F03: {
    title: 'Registered voters differ from the register',
    explain: 'The registered voters on the paper should be those of the gazetted register for this station.',
    formula: 'registered voters on the paper (line 1) = registered voters in the register',
    count: 'The form is counted as written; the difference is listed in the error report.',
  },
  F04: {
    title: 'More valid votes than registered voters',
    explain:
      'The returning officer may disregard a station whose total valid votes exceed its registered voters: regulation 83(1)(b), ground b.',
    formula: 'valid votes cast (line 5) ≤ registered voters in the register',
    count: 'The form is counted as written; the excess is listed in the error report.',
    disregard: 'The station adds nothing to the totals, on ground b; its figures and their effect are listed in the summary.',
  },
  F05: {
    title: 'More ballots than registered voters',
    explain: 'Valid votes and rejected ballot papers together are the ballots cast, which should not exceed the registered voters.',
    formula: 'valid votes cast (line 5) + rejected ballot papers (line 2) ≤ registered voters in the register',
    count: 'The form is counted as written; the excess is listed in the error report.',
  },
  F06: {
    title: 'More ballots than voters who came',
    explain:
      'The returning officer may disregard a station whose total votes exceed the voters who turned out: regulation 83(1)(c), ground c.',
    formula: 'valid votes cast (line 5) + rejected ballot papers (line 2) ≤ voters identified by diary or tablet, the lower of the two',
    count: 'The form is counted as written; the excess is listed in the error report.',
    disregard: 'The station adds nothing to the totals, on ground c; its figures and their effect are listed in the summary.',
  },
  F07: {
    title: 'Rejected ballots repeat another figure',
    explain: 'Rejected ballot papers that equal the registered voters or the valid votes often mean a number written in the wrong line.',
    formula: 'rejected ballot papers (line 2) ≠ registered voters (line 1) and ≠ valid votes cast (line 5), when above 50',
    count: 'The figures stay as written; the coincidence is listed in the error report.',
  },
  F08: {
    title: 'More registered voters than a station may have',
    explain: 'The law caps the voters of one polling station, and the election definition holds that cap.',
    formula: 'registered voters on the paper (line 1) ≤ cap for one station',
    count: 'The form is counted as written; the excess is listed in the error report.',
  },
  F09: {
    title: 'Another form of this station or serial number',
    explain: 'One paper is expected for a station and contest, and no two papers should bear the same serial number.',
    formula: 'papers of this station and contest = 1, and papers with this serial number = 1',
    count: 'This form goes on; every other form of this station has to be set aside with a reason.',
  },
  F10: {
    title: 'More objections to rejection than rejected ballots',
    explain: 'The ballot papers whose rejection was objected to are among those rejected, so they cannot be more.',
    formula: 'rejection objected to (line 3) ≤ rejected ballot papers (line 2)',
    count: 'Both figures stay as written; the difference is listed in the error report.',
  },
  F11: {
    title: 'Disputed votes do not fit',
    explain: 'Disputed votes count as valid, and each should have its decision in the list on the paper.',
    formula: 'decisions on disputed votes = disputed votes (line 4) ≤ valid votes cast (line 5)',
    count: 'The figures stay as written; the difference is listed in the error report.',
  },
  F12: {
    title: 'A figure is left blank on the paper',
    explain: 'A box left blank is not a zero: it says nothing, and it is listed.',
    formula: 'boxes left blank on the paper = 0',
    count: 'The blank box adds nothing to the totals and is listed in the error report.',
  },
  F13: {
    title: 'A figure is unreadable',
    explain: 'Two persons could not read a figure; in a candidate’s row the form cannot be opened until somebody can, or it is set aside.',
    formula: 'unreadable figures on the paper = 0',
    count: 'The unreadable figure adds nothing, and the total says how many forms lack it; a candidate’s row cannot be ruled so.',
  },
  F14: {
    title: 'Typed or answered with a compromised key',
    explain: 'A key that was used here is since known to be in the wrong hands, so its owner may not have been the one who spoke.',
    formula: 'entries, readings and answers made with a compromised key = 0',
    count: 'What was typed and answered with that key stands; the key is named in the error report.',
  },
  W01: {
    title: 'Many rejected ballots',
    explain: 'The share of rejected ballot papers is higher than usual; this draws attention and proves nothing.',
    formula: 'rejected ballot papers ÷ (valid votes + rejected ballot papers) ≤ {{threshold}}',
  },
  W02: {
    title: 'Very many rejected ballots',
    explain: 'The share of rejected ballot papers is so high that a slip of the pen is likely, and the returning officer has to rule.',
    formula: 'rejected ballot papers ÷ (valid votes + rejected ballot papers) ≤ {{threshold}}',
    count: 'The form is counted as written; the share is listed in the error report.',
  },
  W03: {
    title: 'Very high turnout',
    explain: 'Nearly all registered voters have voted here; this draws attention and proves nothing.',
    formula: '(valid votes + rejected ballot papers) ÷ registered voters in the register ≤ {{threshold}}',
  },
  W04: {
    title: 'Very low turnout',
    explain: 'Few of the registered voters have voted here; this draws attention and proves nothing.',
    formula: '(valid votes + rejected ballot papers) ÷ registered voters in the register ≥ {{threshold}}',
  },
  W05: {
    title: 'Nearly all votes for one candidate',
    explain: 'One candidate has all or nearly all valid votes here; this draws attention and proves nothing.',
    formula: 'one candidate’s votes < valid votes (line 5) with more than 50 of these, and < {{threshold}} of them with more than 100',
  },
  W06: {
    title: 'No votes for a candidate strong in the ward',
    explain: 'A candidate with no vote here has many in the other stations of the ward; this draws attention and proves nothing.',
    formula:
      'votes > 0 for every candidate with more than {{threshold}} of the votes in the ward’s other stations, once ten of those count',
  },
  W07: {
    title: 'Same figures as another station',
    explain: 'Another station has exactly the same votes for every candidate; this draws attention and proves nothing.',
    formula: 'votes of all candidates ≠ those of every other station, with more than 50 valid votes (line 5)',
  },
  W08: {
    title: 'Something is missing on the paper',
    explain: 'A stamp, signature, date, page or other mark was not found as it should be; it is listed and blocks nothing.',
    formula: 'defects of the paper = 0',
  },
  W09: {
    title: 'No scan attached',
    explain: 'Figures without an image of their paper stay provisional, and the summary lists their forms.',
    formula: 'scans attached ≥ 1',
  },
} as const;
