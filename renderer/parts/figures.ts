/**
 * Numbers, times and digests as the screens write them: grouped by comma in both languages, 24-hour digits in East Africa Time, four
 * by four hexadecimal digits.
 */
const COUNT = new Intl.NumberFormat('en-KE');
const PERCENT = new Intl.NumberFormat('en-KE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const ZONE = 'Africa/Nairobi';
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' } as const;

export function showCount(count: number): string {
  return COUNT.format(count);
}

/** `19.58 %` of a base that is not zero; a dash otherwise. */
export function showShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${PERCENT.format((part / whole) * 100)} %`;
}

/** `21:04`, of a UTC time as the journal writes it. */
export function showTime(at: string): string {
  return CLOCK.format(new Date(at));
}
export function showSeconds(at: string): string {
  return SECONDS.format(new Date(at));
}
/** `10 August 2027` in the reader's language. */
export function showDay(date: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'sw' ? 'sw-KE' : 'en-GB', DAY).format(new Date(date));
}

/** The first groups of a digest, as people compare it at a glance. */
export function showDigest(digest: string, groups = 2): string {
  return (digest.match(/.{4}/g) ?? []).slice(0, groups).join(' ');
}

/** `051 117 0583 001 02`: county, constituency, ward, centre, stream; codes of another length as they are. */
export function showStation(code: string): string {
  return code.length === 15 ? code.replace(/^(\d{3})(\d{3})(\d{4})(\d{3})(\d{2})$/, '$1 $2 $3 $4 $5') : code;
}
