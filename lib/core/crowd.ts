/** How a domain declares, in its crowd.ts, many rows of what its pages list; only tests read it. */

/** One row of a table for each number i: SQL expressions by column, such as `'Zebra ' || i`. */
export type CrowdRows = { table: string; values: Record<string, string>; where?: string };

/** The id of row i of a kind. */
export const rowId = (kind: string): string => `md5('${kind}' || i)::uuid`;

/** The id of a kind's first row. */
export const firstId = (kind: string): string => `md5('${kind}' || 1)::uuid`;

/** A moment for each row, the first the newest. */
export const minutesAgo = `now() - i * interval '1 minute'`;
