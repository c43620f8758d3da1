import { z } from 'zod';

import { declareList, listDay, readList, type Asked } from '@/lib/core/list';

import { reasonName } from './choices';

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

export const caseStates = ['OPEN', 'DECIDED'] as const;
export const reportOutcomes = ['HIDDEN', 'WARNED', 'SUSPENDED', 'NOTHING_WRONG'] as const;

const decided = ['state', 'outcome'] as const;
const withDays = [...decided, 'from', 'until'] as const;

// Typed as people write it, with or without its sign.
const handle = z
  .string()
  .max(60)
  .transform((text) => text.trim().replace(/^@/, '').toLowerCase())
  .pipe(z.string().regex(/^[\w-]{1,40}$/));

/** Reported posts as staff look through them: those that wait, or those that are decided. */
export const reportList = declareList({
  name: 'reports',
  table: 'ReportCase',
  sorts: {
    oldest: { by: '"openedAt"', as: 'timestamptz', with: withDays, needs: 'state' },
    newest: { by: '"openedAt"', as: 'timestamptz', down: true, with: withDays, needs: 'state' },
    most: { by: '"reports"', as: 'bigint', down: true, with: decided, needs: 'state' },
    changed: { by: '"changedAt"', as: 'timestamptz', down: true, with: decided, needs: 'state' },
  },
  // Those with a value stand in the order of the indexes.
  filters: {
    state: { kind: 'is', column: 'state', as: '"ReportCaseState"', value: z.enum(caseStates) },
    outcome: { kind: 'is', column: 'outcome', as: '"ReportOutcome"', value: z.enum(reportOutcomes) },
    reason: { kind: 'some', value: reasonName },
    board: { kind: 'some', value: z.uuid() },
    author: { kind: 'some', value: handle },
    reporter: { kind: 'some', value: handle },
    from: { kind: 'from', column: 'openedAt', value: listDay },
    until: { kind: 'until', column: 'openedAt', value: listDay },
  },
  views: {
    open: { filters: { state: 'OPEN' }, counted: true },
    decided: { filters: { state: 'DECIDED' }, sort: 'changed' },
  },
  search: false,
  columns: ['post', 'author', 'reports', 'outcome', 'by', 'decided', 'reason', 'opened'],
  shown: ['post', 'author', 'reports', 'outcome', 'by', 'decided'],
});

export type AskedReports = Asked<typeof reportList>;

/** Reads the list's address: what does not say which posts are meant means those that wait, and what names an outcome those that have it. */
export function readReports(query: Readonly<Record<string, string | undefined>>): AskedReports {
  const asked = readList(reportList, query);
  const { state = asked.filters.outcome ? 'DECIDED' : 'OPEN', ...filters } = asked.filters;
  return { ...asked, filters: { state, ...filters } };
}
