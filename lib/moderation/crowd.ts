import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Report',
    values: {
      id: rowId('report'),
      postId: rowId('opening'),
      reporterId: firstId('member'),
      reason: "'SPAM'",
      reasonLabel: "'Spam'",
      reasonLabelZh: "'广告'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'ReportCase',
    values: { id: rowId('reportCase'), postId: rowId('opening'), openedAt: minutesAgo, changedAt: minutesAgo },
  },
  {
    table: 'AuditEntry',
    values: {
      id: rowId('audit'),
      actorId: firstId('member'),
      act: "'member.warn'",
      subjectType: "'member'",
      subjectId: `${rowId('member')}::text`,
      at: minutesAgo,
    },
  },
];
