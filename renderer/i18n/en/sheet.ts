export default {
  line: 'No.',
  inPaperOrder: 'Form {{form}}, in the paper’s order',
} as const;
