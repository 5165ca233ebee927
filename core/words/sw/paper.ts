/**
 * The words of the paper form in Kiswahili: rows and sections, what stands in a box, and the questions that the hand answers while
 * it turns the paper, in that order.
 */
import type words from '../en/paper.ts';
import type { Same } from '../same.ts';

export default {
  form: 'Fomu {{code}}',
  sections: {
    candidates: 'Kura halali za kila mgombea',
    counts: 'Hesabu za kituo cha kupigia kura',
    decisions: 'Maamuzi ya kura zilizobishaniwa',
  },
  rows: {
    tableTotal: 'Jumla ya kura halali zilizopigwa',
    registered: 'Wapiga kura waliojiandikisha',
    rejected: 'Kura zilizokataliwa',
    objected: 'Kukataliwa kulikopingwa',
    disputed: 'Kura zilizobishaniwa',
    valid: 'Kura halali zilizopigwa',
    decisions: 'Maamuzi ya kura zilizobishaniwa',
  },
  marks: {
    blank: 'tupu kwenye karatasi',
    unreadable: 'haisomeki',
    notEntered: 'haijaingizwa',
  },
  closing: {
    collated: 'yamejumuishwa',
    declared: 'yametangazwa',
  },
  questions: {
    serial: 'Nambari ya mfululizo ni ipi?',
    book: 'Imetoka kijitabu kipi?',
    copy: 'Iliyopo ni nakala ipi?',
    stamp: 'Muhuri upo?',
    watermark: 'Alama ya maji ipo?',
    presidingOfficerSigned: 'Msimamizi wa kituo ametia sahihi?',
    presidingOfficerDated: 'Msimamizi wa kituo ameandika tarehe?',
    deputySigned: 'Naibu msimamizi wa kituo ametia sahihi?',
    deputyDated: 'Naibu msimamizi wa kituo ameandika tarehe?',
    pagesComplete: 'Kurasa zote zipo?',
    alterations: 'Mabadiliko yametiwa sahihi?',
    stationAsExpected: 'Ni kituo kinachotarajiwa?',
  },
  serial: {
    none: 'karatasi haina nambari ya mfululizo',
    unreadable: 'nambari ya mfululizo haisomeki',
  },
  book: {
    1: 'kijitabu 1',
    2: 'kijitabu 2',
    unknown: 'hakijulikani',
  },
  copy: {
    original: 'nakala halisi',
    carbon: 'nakala ya kaboni',
    photocopy: 'fotokopi',
  },
  seen: {
    yes: 'ndiyo',
    no: 'hapana',
  },
  alterations: {
    none: 'hakuna',
    countersigned: 'yametiwa sahihi',
    'not-countersigned': 'hayajatiwa sahihi',
  },
  defects: {
    serial: 'haina nambari inayosomeka',
    book: 'haijulikani kuwa ya kijitabu 1',
    copy: 'si nakala halisi',
    stamp: 'muhuri haukuonekana',
    watermark: 'alama ya maji haikuonekana',
    presidingOfficerSigned: 'sahihi ya msimamizi wa kituo haipo',
    presidingOfficerDated: 'tarehe ya msimamizi wa kituo haipo',
    deputySigned: 'sahihi ya naibu haipo',
    deputyDated: 'tarehe ya naibu haipo',
    pagesComplete: 'kurasa zinakosekana',
    alterations: 'mabadiliko hayajatiwa sahihi',
    stationAsExpected: 'si kituo kilichotarajiwa',
  },
} satisfies Same<typeof words>;
