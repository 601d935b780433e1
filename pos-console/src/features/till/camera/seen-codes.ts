const AWAY_MS = 1_200;

interface Seen {
  readonly at: number;
  readonly counted: boolean;
}

/**
 * Makes scans of what pictures show. A code counts when a second picture confirms it, for a single one may be misread; held
 * before the camera it is one scan, and counts again when it was away for a moment.
 */
export class SeenCodes {
  private readonly codes = new Map<string, Seen>();
  private readonly goesOn: boolean;
  private began: number | null = null;

  /** `goesOn`: the camera only paused. What it finds at once was counted before. */
  constructor(goesOn: boolean) {
    this.goesOn = goesOn;
  }

  /** Whether the code in a picture of this moment, in milliseconds, is a scan. */
  isScan(code: string | null, at: number): boolean {
    this.began ??= at;
    for (const [known, seen] of this.codes) if (at - seen.at >= AWAY_MS) this.codes.delete(known);
    if (code === null) return false;
    const seen = this.codes.get(code);
    const old = this.goesOn && at - this.began < AWAY_MS;
    this.codes.set(code, { at, counted: seen !== undefined || old });
    return seen?.counted === false;
  }
}
