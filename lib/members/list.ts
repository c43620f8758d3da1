import { z } from 'zod';

import { declareList, listDay, type Asked } from '@/lib/core/list';

const withDays = ['trust', 'customer', 'role', 'suspended', 'from', 'until'] as const;

/** Members as staff look through them. */
export const memberList = declareList({
  name: 'members',
  table: 'Member',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: withDays },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: withDays },
    // Who was never here comes after all others.
    seen: {
      by: `COALESCE("lastSeenAt", 'epoch'::timestamptz)`,
      as: 'timestamptz',
      down: true,
      with: ['role', 'suspended'],
    },
  },
  filters: {
    role: { kind: 'some', value: z.string().regex(/^[\w-]{1,80}$/) },
    suspended: { kind: 'some', value: z.literal('1') },
    // Whom an import brought and who has no account yet.
    customer: { kind: 'when', sql: '"handle" IS NULL', value: z.literal('1') },
    trust: { kind: 'is', column: 'trust', as: 'int', value: z.enum(['0', '1', '2', '3', '4']) },
    from: { kind: 'from', column: 'createdAt', value: listDay },
    until: { kind: 'until', column: 'createdAt', value: listDay },
  },
  views: {
    all: { filters: {} },
    // Today and the six days before it.
    fresh: { filters: { from: { daysAgo: 6 } }, counted: true },
    customers: { filters: { customer: '1' }, counted: true },
    suspended: { filters: { suspended: '1' }, counted: true },
  },
  search: true,
  columns: ['member', 'trust', 'roles', 'joined', 'seen', 'language'],
  shown: ['member', 'trust', 'roles', 'joined', 'seen'],
});

export type AskedMembers = Asked<typeof memberList>;
