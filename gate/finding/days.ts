/* Calendar days as YYYY-MM-DD. Comparing two of them as strings compares the days. */

const millisecondsPerDay = 86_400_000;

/** The number of days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
}

/** The day a number of days after another one, or before it when the number is negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The same day one year later; 1 March for 29 February. */
export function yearAfter(day: string): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later.toISOString().slice(0, 10);
}
