import type { Letter, Relay } from './relay';

interface Box {
  readonly tills: Map<string, Letter>;
  readonly parked: Map<string, Letter>;
}

/** A relay without a network in between, for tests of what tills do with one; `down` and `garbles` are for trouble. */
export class RelayInMemory implements Relay {
  down = false;
  garbles = false;
  private readonly boxes = new Map<string, Box>();

  content(box: string) {
    return this.asked(() => {
      const { tills, parked } = this.box(box);
      const all = [...parked.values()].map((letter) =>
        this.garbles
          ? { ...letter, sealed: 'bm9ib2R5J3M=', takenBy: 'somebody', claim: 'bm9ib2R5J3M=' }
          : letter,
      );
      return { tills: [...tills.values()], parked: all };
    });
  }

  tellState(box: string, till: string, sealed: string) {
    return this.asked(() => void this.box(box).tills.set(till, { id: till, sealed }));
  }

  park(box: string, id: string, sealed: string) {
    return this.asked(() => {
      const { parked } = this.box(box);
      const known = parked.get(id);
      if (known?.takenBy !== undefined) return known;
      parked.set(id, { id, sealed });
      return { id, sealed };
    });
  }

  take(box: string, id: string, by: string, claim: string) {
    return this.asked(() => {
      const { parked } = this.box(box);
      const known = parked.get(id);
      if (known?.takenBy !== undefined) return known;
      const taken = { id, takenBy: by, claim };
      parked.set(id, taken);
      return taken;
    });
  }

  private box(name: string) {
    const known: Box = this.boxes.get(name) ?? { tills: new Map(), parked: new Map() };
    this.boxes.set(name, known);
    return known;
  }

  private asked<T>(answer: () => T): Promise<T> {
    return this.down ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answer());
  }
}
