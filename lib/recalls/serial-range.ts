/**
 * Whether a serial lies between two others: as long as they are, and between them sign by sign. So holds A-150, and neither A-15 nor
 * B-150. As `recall_reach()` in prisma/functions/recalls says it.
 */
export const isBetween = (serial: string, from: string, to: string): boolean =>
  [...serial].length === [...from].length && compare(serial, from) >= 0 && compare(serial, to) <= 0;

/** Whether two serials can be the ends of a range. */
export const isRange = (from: string, to: string): boolean =>
  from !== '' && [...from].length === [...to].length && compare(from, to) <= 0;

// By code points, as the collation C of PostgreSQL compares UTF-8.
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
