/** One figure of a measurement. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; absent for a figure that is only told. */
  readonly budget?: number;
}
