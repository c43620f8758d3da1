import { db } from './db';

/** One value of a gauge, told apart from its others by its labels. */
export type Reading = { labels?: Record<string, string>; value: number };

/** A figure of the shop that operations watch, read from the database when it is asked for; by reads that an index serves. */
export type Gauge = { name: string; help: string; labels: readonly string[]; read: () => Promise<Reading[]> };

/** Declares what operations may watch of a domain. Names follow Prometheus: `millet_`, the thing, its unit. */
export const declareMetrics = (gauges: readonly Gauge[]): readonly Gauge[] => gauges;

/** Reads the value of a gauge without labels by one statement that answers one row with one number, null being none. */
export async function readNumber(sql: TemplateStringsArray, ...values: unknown[]): Promise<Reading[]> {
  const [row] = await db.$queryRaw<{ value: number | bigint | null }[]>(sql, ...values);
  return [{ value: Number(row?.value ?? 0) }];
}
