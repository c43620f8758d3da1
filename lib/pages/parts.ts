import type { Prisma } from '@/lib/core/prisma-client/client';

/** What a page's form changes. */
export const editedFields = {
  id: true,
  kind: true,
  slug: true,
  state: true,
  place: true,
  title: true,
  titleZh: true,
  description: true,
  descriptionZh: true,
  blocks: true,
  version: true,
  publishedAt: true,
} as const satisfies Prisma.PageSelect;

export type Edited = Prisma.PageGetPayload<{ select: typeof editedFields }>;

const compared = {
  title: ['title', 'titleZh'],
  description: ['description', 'descriptionZh'],
  blocks: ['blocks'],
  address: ['slug'],
  place: ['place'],
  state: ['state'],
} as const satisfies Record<string, readonly (keyof Edited)[]>;

/** A part of a page, as its history names what changed. */
export type PagePart = keyof typeof compared;

/** The parts of a page in which two versions of it differ. */
export function changedParts(before: Edited, after: Edited): PagePart[] {
  const parts = Object.keys(compared) as PagePart[];
  const differs = (field: keyof Edited) => sorted(before[field]) !== sorted(after[field]);
  return parts.filter((part) => compared[part].some(differs));
}

// PostgreSQL keeps the keys of JSON in an order of its own.
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
