/** Lets many wait until something has changed. */
export class Condition {
  private readonly waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  wake(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}
