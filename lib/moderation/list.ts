import { z } from 'zod';

import { declareList, listDay, type Asked } from '@/lib/core/list';

const among = ['by', 'act', 'from', 'until'] as const;

/** What staff did, as the audit log shows it. */
export const auditList = declareList({
  name: 'audit',
  table: 'AuditEntry',
  sorts: {
    newest: { by: '"at"', as: 'timestamptz', down: true, with: among },
    oldest: { by: '"at"', as: 'timestamptz', with: among },
  },
  // Those with a value stand in the order of the indexes.
  filters: {
    by: { kind: 'is', column: 'actorId', as: 'uuid', value: z.uuid() },
    act: { kind: 'is', column: 'act', as: 'text', value: z.string().regex(/^[A-Za-z]{1,40}\.[A-Za-z]{1,40}$/) },
    from: { kind: 'from', column: 'at', value: listDay },
    until: { kind: 'until', column: 'at', value: listDay },
  },
  search: false,
  columns: ['act', 'actor', 'subject', 'reason', 'at'],
  shown: ['act', 'actor', 'subject', 'reason', 'at'],
});

export type AskedAudit = Asked<typeof auditList>;
