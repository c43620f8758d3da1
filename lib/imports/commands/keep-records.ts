import { may } from '@/lib/core/actor';
import { cleanJson } from '@/lib/core/clean-json';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { keepRecordsInput, keptRecord, mostRowBytes, type KeepRecords, type RecordKind } from '../schema';

export type RecordsKept = {
  added: number;
  changed: number;
  /** Places, in what was given, of records that were not written: without a usable id, or with more bytes than one may have. */
  refused: number[];
};

/**
 * Keeps what an import brought and nothing here takes yet. What is unchanged is not written again; what changed since it was taken waits
 * again, unless they are kept as taken. Of two records with one id the later counts.
 */
export async function keepRecords(ctx: Ctx, input: KeepRecords): Promise<RecordsKept> {
  allow(may(ctx.actor, 'imports.keep'));
  const { source, kind, records, taken } = keepRecordsInput.parse(input);
  const read = records.map((record) => keptRecord.safeParse(record).data);
  const texts = read.map((record) => JSON.stringify(cleanJson(record?.row ?? {})));
  const fits = await whichFit(ctx, texts);
  const usable = records.map((_, at) => read[at] !== undefined && fits[at] === true);
  const rows = new Map(read.flatMap((record, at) => (usable[at] ? [[record!.sourceId, texts[at]!] as const] : [])));
  const written = await write(ctx, { source, kind, rows, taken });
  const added = written.filter(({ version }) => version === 1).length;
  return { added, changed: written.length - added, refused: [...usable.keys()].filter((at) => !usable[at]) };
}

async function write(
  { db, now }: Ctx,
  { source, kind, rows, taken }: RecordKind & { rows: Map<string, string>; taken: boolean },
): Promise<{ version: number }[]> {
  if (rows.size === 0) return [];
  // Writers of one kind lock the same rows in one order.
  const ids = [...rows.keys()].toSorted();
  const state = taken ? 'TAKEN' : 'KEPT';
  return db.$queryRaw<{ version: number }[]>`
    INSERT INTO "ImportRecord" AS r ("source", "kind", "sourceId", "row", "at", "changedAt", "state", "takenAt")
    SELECT ${source}, ${kind}, given.id, given.text::jsonb, ${now}::timestamptz, ${now}::timestamptz,
      ${state}::"ImportRecordState", ${taken ? now : null}::timestamptz
    FROM unnest(${ids}::text[], ${ids.map((id) => rows.get(id)!)}::text[]) AS given(id, text)
    ON CONFLICT ("source", "kind", "sourceId") DO UPDATE SET
      "row" = EXCLUDED."row", "state" = EXCLUDED."state", "takenAt" = EXCLUDED."takenAt", "version" = r."version" + 1, "changedAt" = EXCLUDED."changedAt"
    WHERE r."row" IS DISTINCT FROM EXCLUDED."row"
    RETURNING "version"`;
}

// PostgreSQL writes a row in its own way (1e300 with all its digits), so that only it knows the size.
async function whichFit({ db }: Ctx, texts: string[]): Promise<boolean[]> {
  if (texts.length === 0) return [];
  const found = await db.$queryRaw<{ fits: boolean }[]>`
    SELECT octet_length((given.text::jsonb)::text) <= ${mostRowBytes}::int AS fits
    FROM unnest(${texts}::text[]) WITH ORDINALITY AS given(text, place) ORDER BY given.place`;
  return found.map(({ fits }) => fits);
}
