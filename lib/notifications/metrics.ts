import { declareMetrics, readNumber } from '@/lib/core/metrics';

/** What operations watch of mail. */
export const notificationMetrics = declareMetrics([
  {
    name: 'millet_mails_unsent',
    help: 'Mails that are written and not yet taken by the mail server.',
    labels: [],
    read: () => readNumber`SELECT count(*)::int AS value FROM "Mail" WHERE "sentAt" IS NULL`,
  },
  {
    name: 'millet_mail_oldest_unsent_seconds',
    help: 'How long the oldest of them has waited.',
    labels: [],
    read: () =>
      readNumber`SELECT extract(epoch FROM now() - min("createdAt"))::float8 AS value FROM "Mail" WHERE "sentAt" IS NULL`,
  },
]);
