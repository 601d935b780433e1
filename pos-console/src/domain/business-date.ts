const clocks = new Map<string, Intl.DateTimeFormat>();

/** The date and time on the store's clock, to the minute: `2026-11-22T10:15`. */
export function storeTime(instant: Date, timeZone: string): string {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * The instant at which the store's clock shows a local time: `2026-12-01T08:00`. Of an hour that comes twice the first is
 * meant; in the hour that is skipped it is as much later.
 */
export function storeInstant(local: string, timeZone: string): Date {
  const shown = Date.parse(`${local}Z`);
  const offsetAt = (instant: number) => Date.parse(`${storeTime(new Date(instant), timeZone)}Z`) - instant;
  // the offset a day before: before any change of the clock, so that the first of two hours is found
  const early = shown - offsetAt(shown - 86_400_000);
  const late = shown - offsetAt(early);
  const shows = (instant: number) => storeTime(new Date(instant), timeZone) === local;
  return new Date(shows(late) && !shows(early) ? late : early);
}

/** Kept for each zone: making one costs more than asking it a hundred times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/**
 * The trading day an instant belongs to: the store's calendar date, or the day before while the store's cut-off
 * (such as 04:00) has not been reached.
 */
export function businessDate(instant: Date, timeZone: string, startsAt: string): string {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  const parts = clockOf(timeZone).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const date = new Date(Date.UTC(of('year'), of('month') - 1, of('day')));
  if (of('hour') * 60 + of('minute') < hours * 60 + minutes) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** The calendar date `days` later (or earlier, when negative). */
export function dateShifted(date: string, days: number): string {
  const shifted = new Date(`${date}T00:00:00Z`);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return shifted.toISOString().slice(0, 10);
}
