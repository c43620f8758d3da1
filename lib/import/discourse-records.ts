import { cutTo } from '@/lib/core/fields';

import { pick, recordFields, type RecordKindName } from './discourse-fields';
import type { FoundLists } from './discourse-files';
import { keepInBatches, type RecordKeeper } from './keep-in-batches';
import type { ImportedMember, ImportedThread } from './discourse-types';
import type { Refusal } from './report';

const source = 'discourse';
/** What the kinds are called where their numbers are told. */
const names: Record<string, string> = {
  'topic-tags': 'topics with tags',
  tag: 'tags',
  'tag-group': 'groups of tags',
  group: 'groups of members',
  badge: 'badges',
  member: 'members with a title or a picture',
};

/** Groups, badges, tags and groups of tags of a folder: each once, whatever the number of files that name it. */
export class RecordBook {
  readonly kinds = new Map<string, Map<string, Record<string, unknown>>>();

  add(lists: FoundLists['records']): void {
    for (const [kind, values] of Object.entries(lists) as [RecordKindName, unknown[]][]) {
      const records = this.kinds.get(kind) ?? new Map<string, Record<string, unknown>>();
      this.kinds.set(kind, records);
      for (const value of values) {
        const id = idOf(value);
        if (id) records.set(id, { ...records.get(id), ...pick(value, recordFields[kind]) });
      }
    }
  }
}

// Tags had names and no numbers for long; everything else has both.
function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name } = value as { id?: unknown; name?: unknown };
  if (typeof id === 'number') return `${id}`;
  return [id, name].find((each): each is string => typeof each === 'string' && each !== '') ?? null;
}

type Kept = {
  book: RecordBook;
  members: ImportedMember[];
  /** The folder holds everything there is: what it does not name exists no more. */
  whole: boolean;
  refuse: (refusal: Refusal) => void;
};

/** Keeps what a forum has and Millet has no place for yet. Tags of topics are kept thread by thread. */
export function keepRecords({ book, members, whole, refuse }: Kept) {
  const tags = keepInBatches({ source, kind: 'topic-tags' });
  const untagged = new Set<string>();
  return {
    async thread({ sourceId, tags: named }: ImportedThread): Promise<void> {
      if (named.length > 0) await tags.add({ sourceId, row: { tags: named } });
      else untagged.add(sourceId);
    },
    /** Answers what there is of each kind, and how many. */
    async end(): Promise<[string, number][]> {
      const left: [string, RecordKeeper, (id: string) => boolean][] = [
        ['topic-tags', tags, (id) => whole || untagged.has(id)],
        ['member', await membersKept(members), () => whole],
      ];
      for (const [kind, records] of book.kinds) {
        const keeper = keepInBatches({ source, kind });
        for (const [sourceId, row] of records) await keeper.add({ sourceId, row });
        left.push([kind, keeper, () => whole]);
      }
      const counts: [string, number][] = [];
      for (const [kind, keeper, isOver] of left) {
        const { seen, refused } = await keeper.end(isOver);
        counts.push([names[kind] ?? kind, seen - refused.length]);
        for (const id of refused)
          refuse({
            file: `${kind} ${cutTo(id, 80)}`,
            row: 0,
            code: 'record-too-large',
            reason: 'it is too large to be kept, or has no usable id',
          });
      }
      return counts.filter(([, count]) => count > 0);
    },
  };
}

async function membersKept(members: ImportedMember[]): Promise<RecordKeeper> {
  const keeper = keepInBatches({ source, kind: 'member' });
  for (const { sourceId, sourceUserId, title, avatarUrl } of members) {
    const picture = isPicture(avatarUrl) ? avatarUrl : null;
    if (title || picture) await keeper.add({ sourceId, row: { id: sourceUserId, title, picture } });
  }
  return keeper;
}

/** Whether a member chose a picture: Discourse draws the first letter of a name for everybody else. */
export function isPicture(address: string | null): boolean {
  return address !== null && !/\/letter_avatar(?:_proxy)?\//.test(address);
}
