import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { dropRecords, keepRecords, type RecordsKept } from '@/lib/imports/commands';
import { listRecordIds } from '@/lib/imports/queries';
import { mostRecords, type KeepRecords, type RecordKind, type RecordToKeep } from '@/lib/imports/schema';

const mostBytes = 4 * 1_048_576;

export type RecordKeeper = {
  add(record: RecordToKeep): Promise<void>;
  /** Writes what is left, drops those of the others that are over there, and answers what became of all. */
  end(isOver?: (sourceId: string) => boolean): Promise<RecordsDone>;
};
export type RecordsDone = {
  seen: number;
  added: number;
  changed: number;
  dropped: number;
  /** Ids of those that are too large, or are no ids. */ refused: string[];
};

type How = {
  keep?: (input: KeepRecords) => Promise<RecordsKept>;
  /** Whether the ids are remembered, to drop at the end what the source has no more. */
  remembers?: boolean;
};

/** Keeps records of one kind that an import brings and Millet has no place for yet, some hundreds in one transaction. */
export function keepInBatches(
  kind: RecordKind,
  { keep = (input) => transact(keepRecords)(system, input), remembers = true }: How = {},
): RecordKeeper {
  const done: RecordsDone = { seen: 0, added: 0, changed: 0, dropped: 0, refused: [] };
  const seen = remembers ? new Set<string>() : null;
  let batch: RecordToKeep[] = [];
  let bytes = 0;
  const flush = async () => {
    const { added, changed, refused } = await keep({ ...kind, records: batch });
    done.added += added;
    done.changed += changed;
    done.refused.push(...refused.map((at) => batch[at]!.sourceId));
    [batch, bytes] = [[], 0];
  };
  return {
    async add(record) {
      seen?.add(record.sourceId);
      done.seen += 1;
      const size = JSON.stringify(record.row).length;
      if (batch.length === mostRecords || (batch.length > 0 && bytes + size > mostBytes)) await flush();
      batch.push(record);
      bytes += size;
    },
    async end(isOver) {
      if (batch.length > 0) await flush();
      if (isOver && seen) done.dropped = await drop(kind, (id) => !seen.has(id) && isOver(id));
      return done;
    },
  };
}

async function drop(kind: RecordKind, isOver: (sourceId: string) => boolean): Promise<number> {
  let dropped = 0;
  for (let after = ''; ;) {
    const ids = await listRecordIds(reading(system), { ...kind, after });
    const last = ids.at(-1);
    if (last === undefined) return dropped;
    const sourceIds = ids.filter(isOver);
    if (sourceIds.length > 0) dropped += await transact(dropRecords)(system, { ...kind, sourceIds });
    after = last;
  }
}
