/** Keeps the last result for each file, until something that it was made from changes: most texts are the same in the next check. */
export class Kept<T> {
  readonly #results = new Map<string, { readonly from: readonly unknown[]; readonly result: T }>();

  /** @param from everything that the result depends on, compared by identity */
  get(file: string, from: readonly unknown[], make: () => T): T {
    const last = this.#results.get(file);
    if (last?.from.length === from.length && last.from.every((each, index) => each === from[index])) return last.result;
    const result = make();
    this.#results.set(file, { from, result });
    return result;
  }
}
