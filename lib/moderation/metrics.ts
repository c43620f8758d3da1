import { declareMetrics, readNumber } from '@/lib/core/metrics';

/** What operations watch of moderation. */
export const moderationMetrics = declareMetrics([
  {
    name: 'millet_reports_open',
    help: 'Reports of posts that nobody has decided.',
    labels: [],
    read: () => readNumber`SELECT count(*)::int AS value FROM "Report" WHERE "resolvedAt" IS NULL`,
  },
]);
