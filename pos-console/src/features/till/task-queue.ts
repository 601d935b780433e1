/** Does one thing after another in the order it was asked for; a failure does not hold up what comes after. */
export class TaskQueue {
  private last: Promise<unknown> = Promise.resolve();

  add(task: () => void | Promise<void>): void {
    this.last = this.last.then(task, task);
  }

  /** Resolves with whatever was asked for last, at the time of asking. */
  get end(): Promise<unknown> {
    return this.last;
  }
}
