/** Store-local dates and times as ISO text: they compare as text, and no time zone is needed to do so. */
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(:\d{2})?$/;

/** With seconds, so that two of them compare as text; null when it is no date and time. */
export function localDateTime(text: string): string | null {
  const match = DATE_TIME.exec(text);
  if (!match || !isDate(text.slice(0, 10)) || !isTime(text.slice(11, 16))) return null;
  if (match[6] === undefined) return `${text}:00`;
  return match[6] <= ':59' ? text : null;
}

export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** ISO 8601: 1 is Monday. */
export function weekdayOf(dateTime: string): number {
  return new Date(`${dateTime.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
}
