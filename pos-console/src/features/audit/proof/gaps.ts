/** Numbers that have not come, although higher ones have. */
export class Gaps {
  private missing: { readonly from: number; readonly until: number }[] = [];

  add(from: number, until: number): void {
    this.missing.push({ from, until });
  }

  /** True when the number was missing; it is not any more. */
  fill(number: number): boolean {
    const gap = this.missing.find(({ from, until }) => from <= number && number <= until);
    if (!gap) return false;
    this.missing = this.missing.flatMap((each) =>
      each === gap
        ? [
            { from: gap.from, until: number - 1 },
            { from: number + 1, until: gap.until },
          ].filter(({ from, until }) => from <= until)
        : [each],
    );
    return true;
  }

  /** The lowest first. */
  all(): readonly { readonly from: number; readonly until: number }[] {
    return [...this.missing].sort((one, other) => one.from - other.from);
  }
}
