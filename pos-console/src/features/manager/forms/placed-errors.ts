/** Something wrong with what was sent, in words, at a place (RFC 6901). */
export interface PlacedError {
  readonly pointer: string;
  readonly detail: string;
}

/** The words for one field: what is wrong with it or with a part of it. */
export function errorAt(errors: readonly PlacedError[], place: string): string | undefined {
  const found = errors.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`));
  return found.length > 0 ? found.map(({ detail }) => detail).join(' ') : undefined;
}

/** What no field on the screen would show. */
export function errorsElsewhere(errors: readonly PlacedError[], places: readonly string[]): PlacedError[] {
  return errors.filter((error) => places.every((place) => errorAt([error], place) === undefined));
}
