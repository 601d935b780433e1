/** Longest pause between two keys of a scanner, in milliseconds. People are slower, even on a number pad. */
const SCANNER_GAP_MS = 50;
const SHORTEST_CODE = 4;

/**
 * Tells a scanner from a person by what only a scanner does: characters in quick succession, ended by a terminator in the
 * same rhythm. It only watches; characters go on to where they were meant for, until a burst has proved to be a scan.
 */
export class BurstDetector {
  private burst = '';
  private lastAt = Number.NEGATIVE_INFINITY;

  /** A printable character was pressed at `at` milliseconds. */
  char(key: string, at: number): void {
    this.burst = at - this.lastAt <= SCANNER_GAP_MS ? this.burst + key : key;
    this.lastAt = at;
  }

  /** Whether a key pressed now would belong to what is being scanned. */
  isRunning(at: number): boolean {
    return this.burst !== '' && at - this.lastAt <= SCANNER_GAP_MS;
  }

  /** The terminator was pressed: the characters of the burst it ends, or null when a person pressed it. */
  end(at: number): string | null {
    const burst =
      at - this.lastAt <= SCANNER_GAP_MS && this.burst.length >= SHORTEST_CODE ? this.burst : null;
    this.reset();
    return burst;
  }

  reset(): void {
    this.burst = '';
    this.lastAt = Number.NEGATIVE_INFINITY;
  }
}
