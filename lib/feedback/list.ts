import { z } from 'zod';

import { declareList, isFiltered, isNarrowed, listDay, readList, type Asked } from '@/lib/core/list';

import { ideaKinds, ideaStages, releaseKinds } from './schema';

const among = ['kind', 'product', 'stage'] as const;
const withDays = [...among, 'from', 'until'] as const;

/** What waits for a decision: an address that asks for nothing shows it. */
export const queueFilters = { kind: 'IDEA', stage: 'NEW' } as const;

/** Ideas and problem reports as staff look through them. A list that words or a board do not narrow is of one kind. */
export const ideaList = declareList({
  name: 'triage',
  table: 'Idea',
  sorts: {
    votes: { by: '"voteCount"', as: 'bigint', down: true, with: among, needs: 'kind' },
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: withDays, needs: 'kind' },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: withDays, needs: 'kind' },
    // Longest in its stage.
    waiting: { by: '"stageAt"', as: 'timestamptz', with: among, needs: 'kind' },
    changed: { by: '"stageAt"', as: 'timestamptz', down: true, with: among, needs: 'kind' },
  },
  // Those with a value stand in the order of the indexes.
  filters: {
    kind: { kind: 'is', column: 'kind', as: '"IdeaKind"', value: z.enum(ideaKinds) },
    product: { kind: 'is', column: 'productId', as: 'uuid', value: z.uuid() },
    stage: { kind: 'is', column: 'stage', as: '"IdeaStage"', value: z.enum(ideaStages) },
    board: { kind: 'some', value: z.uuid() },
    from: { kind: 'from', column: 'createdAt', value: listDay },
    until: { kind: 'until', column: 'createdAt', value: listDay },
  },
  views: {
    ideas: { filters: queueFilters },
    reports: { filters: { kind: 'REPORT', stage: 'NEW' } },
    accepted: { filters: { kind: 'IDEA', stage: 'ACCEPTED' } },
    planned: { filters: { kind: 'IDEA', stage: 'PLANNED' } },
    started: { filters: { kind: 'IDEA', stage: 'STARTED' } },
    all: { filters: { kind: 'IDEA' } },
  },
  search: true,
  columns: ['idea', 'votes', 'owners', 'worth', 'stage', 'product', 'board', 'author', 'created', 'changed'],
  shown: ['idea', 'votes', 'owners', 'worth', 'stage', 'created'],
});

export type AskedIdeas = Asked<typeof ideaList>;

/** Reads the list's address: one that asks for nothing is the queue, and what nothing narrows is of one kind. */
export function readIdeas(query: Readonly<Record<string, string | undefined>>): AskedIdeas {
  const asked = readList(ideaList, query);
  if (isNarrowed(ideaList, asked)) return asked;
  return { ...asked, filters: isFiltered(asked) ? { kind: queueFilters.kind, ...asked.filters } : { ...queueFilters } };
}

/** Releases as staff look through them. */
export const releaseList = declareList({
  name: 'releases',
  table: 'Release',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: ['product'] },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: ['product'] },
    // A draft comes after all that is published.
    published: { by: `COALESCE("publishedAt", 'epoch'::timestamptz)`, as: 'timestamptz', down: true, with: [] },
  },
  filters: {
    product: { kind: 'is', column: 'productId', as: 'uuid', value: z.uuid() },
    kind: { kind: 'some', value: z.enum(releaseKinds) },
    state: { kind: 'some', value: z.enum(['draft', 'published']) },
  },
  views: {
    all: { filters: {} },
    drafts: { filters: { state: 'draft' }, counted: true },
    published: { filters: { state: 'published' }, sort: 'published' },
  },
  search: true,
  columns: ['title', 'version', 'kind', 'ideas', 'state', 'made', 'product'],
  shown: ['title', 'version', 'kind', 'ideas', 'state'],
});

export type AskedReleases = Asked<typeof releaseList>;
