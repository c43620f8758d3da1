import { z } from 'zod';

const count = z.number().int().min(0);
const tally = { rows: count, bytes: count, digest: z.string().max(80) };
const named = { schema: z.string().max(200), name: z.string().max(200) };

/** What a backup says of itself: when and of which version it was made, and what it holds, so that it can be checked. */
export const manifestShape = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The version of Millet, and that of PostgreSQL. */
  program: z.string().max(100),
  postgres: z.string().max(200),
  /** A mark of the secret that digests of rows are made with, so that a restore sees whether it has the same; older backups lack it. */
  secret: z.string().max(100).optional(),
  migrations: z.array(z.string().max(300)).max(10_000),
  jobQueue: count,
  tables: z
    .array(
      z.object({
        ...named,
        columns: z.array(z.object({ name: z.string().max(200), type: z.string().max(500) })).max(2_000),
        ...tally,
        parts: count,
      }),
    )
    .max(10_000),
  sequences: z
    .array(
      z.object({
        ...named,
        last: z
          .string()
          .regex(/^-?\d{1,19}$/)
          .nullable(),
      }),
    )
    .max(10_000),
  /** Uploaded files: inside of the backup where they lie in a folder, and by name alone where they lie in a bucket. */
  files: z.object({ where: z.enum(['inside', 'bucket']), ...tally, missing: count }),
});

export type Manifest = z.infer<typeof manifestShape>;
export type StoredTable = Manifest['tables'][number];

/** The last entry: how long the manifest before it is, and the digest of all entries. */
export const sealShape = z.object({ manifestBytes: count.max(100_000_000), sha256: z.string().length(64) });

/** The sums of a manifest, for lists. */
export function sumsOf({ tables, files }: Manifest): { rows: number; tables: number; files: number } {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { rows, tables: tables.length, files: files.rows };
}
