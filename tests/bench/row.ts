/** One figure of a measurement. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The highest allowed value. */
  readonly budget?: number;
}

/** The middle value of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
