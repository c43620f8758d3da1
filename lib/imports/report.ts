/** What a run says of itself in the end: numbers and words that pages have sentences for, and nothing of anybody. */
import { z } from 'zod';

/** How much of it is kept: kinds of what was refused and left out, and single refusals of each kind. */
export const mostReportKinds = 80;
export const mostExamplesOfKind = 10;
export const mostExamples = 200;
/** The most bytes of a report as the database writes it; a check holds it. */
export const mostReportBytes = 96 * 1024;

const count = z.int().min(0);
const word = z.string().max(60);

const counted = z.object({
  kind: word,
  /** How many the source holds. */
  all: count,
  /** Whether the numbers below are known, too. */
  parts: z.boolean().default(true),
  added: count.default(0),
  changed: count.default(0),
  /** Left as staff have changed them here, and left out since staff have deleted them here. */
  kept: count.default(0),
  gone: count.default(0),
});
export type Counted = z.output<typeof counted>;

export const importReport = z.object({
  /** What the files are, by their names. */
  files: z.array(z.object({ name: z.string().max(200), kind: word.nullable() })).max(40),
  counts: z.array(counted).max(20),
  /** Customers who are members without an account now. */
  customers: count.default(0),
  /** Of the rehearsal of a forum. */
  forum: z.object({ boards: count, closed: count, claimable: count }).nullable().default(null),
  /** What a forum did not give: topics that could not be read, lists, and topics of which it is unknown whether they are deleted. */
  unread: z.object({ topics: count, lists: count, unknown: count, gone: count }).nullable().default(null),
  leftOut: z.array(z.object({ code: word, count, of: z.string().max(200).optional() })).max(mostReportKinds),
  refused: count,
  kinds: z.array(z.object({ code: word, count })).max(mostReportKinds),
  examples: z
    .array(
      z.object({
        code: word,
        file: z.string().max(200),
        row: count,
        list: z.string().max(40).optional(),
        handle: z.string().max(100).optional(),
      }),
    )
    .max(mostExamples),
});
export type ImportReport = z.output<typeof importReport>;

/** Whether a report says anything: a run may end before it has read something. */
export const hasSomething = ({ counts, refused, leftOut, unread }: ImportReport): boolean =>
  counts.length > 0 || refused > 0 || leftOut.length > 0 || unread !== null;

/** The report of a row; null where there is none, or one of another version of the program. */
export function readReport(value: unknown): ImportReport | null {
  return importReport.safeParse(value).data ?? null;
}
