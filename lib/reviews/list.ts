import { z } from 'zod';

import { declareList, listDay, type Asked } from '@/lib/core/list';

export const reviewStates = ['SHOWN', 'HIDDEN', 'WITHDRAWN'] as const;
/** `low` are those with one star or two. */
export const starFilters = ['low', '1', '2', '3', '4', '5'] as const;

const among = ['product', 'from', 'until'] as const;

/** Reviews as staff look through them. */
export const reviewList = declareList({
  name: 'reviews',
  table: 'Review',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: among },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: among },
  },
  filters: {
    product: { kind: 'is', column: 'productId', as: 'uuid', value: z.uuid() },
    stars: { kind: 'some', value: z.enum(starFilters) },
    state: { kind: 'some', value: z.enum(reviewStates) },
    // Shown, without an answer of the brand and without an idea made of it.
    waiting: { kind: 'some', value: z.enum(['yes']) },
    reported: { kind: 'some', value: z.enum(['yes']) },
    from: { kind: 'from', column: 'createdAt', value: listDay },
    until: { kind: 'until', column: 'createdAt', value: listDay },
  },
  views: {
    waiting: { filters: { waiting: 'yes' } },
    low: { filters: { stars: 'low', waiting: 'yes' } },
    reported: { filters: { reported: 'yes' } },
    hidden: { filters: { state: 'HIDDEN' } },
    all: { filters: {} },
  },
  search: true,
  columns: ['review', 'stars', 'product', 'writer', 'state', 'answered', 'helpful', 'reports', 'created'],
  shown: ['review', 'stars', 'product', 'state', 'answered', 'reports', 'created'],
});

export type AskedReviews = Asked<typeof reviewList>;

const amongQuestions = ['product', 'answers', 'from', 'until'] as const;

/** Shoppers' questions as staff look through them. */
export const questionList = declareList({
  name: 'questions',
  table: 'ProductQuestion',
  sorts: {
    oldest: { by: '"createdAt"', as: 'timestamptz', with: amongQuestions },
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: amongQuestions },
  },
  filters: {
    product: { kind: 'is', column: 'productId', as: 'uuid', value: z.uuid() },
    answers: { kind: 'is', column: 'answers', as: 'int', value: z.enum(['0']) },
    from: { kind: 'from', column: 'createdAt', value: listDay },
    until: { kind: 'until', column: 'createdAt', value: listDay },
  },
  views: { open: { filters: { answers: '0' }, counted: true }, all: { filters: {}, sort: 'newest' } },
  search: false,
  columns: ['question', 'product', 'asker', 'answers', 'state', 'asked'],
  shown: ['question', 'product', 'answers', 'state', 'asked'],
});

export type AskedQuestions = Asked<typeof questionList>;
