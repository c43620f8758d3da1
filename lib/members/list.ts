import { z } from 'zod';

import { declareList, type Asked } from '@/lib/core/list';

/** Members as staff look through them. */
export const memberList = declareList({
  name: 'members',
  table: 'Member',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: ['trust', 'role', 'suspended'] },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: ['trust', 'role', 'suspended'] },
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
    trust: { kind: 'is', column: 'trust', as: 'int', value: z.enum(['0', '1', '2', '3', '4']) },
  },
  search: true,
  columns: ['member', 'trust', 'roles', 'joined', 'seen', 'language'],
  shown: ['member', 'trust', 'roles', 'joined', 'seen'],
});

export type AskedMembers = Asked<typeof memberList>;
