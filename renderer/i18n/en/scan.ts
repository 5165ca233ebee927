export default {
  scan: 'Scan of the paper',
} as const;
