import { db } from '@/lib/core/db';
import { declareMetrics, readNumber } from '@/lib/core/metrics';

/** What operations watch of payments. */
export const orderMetrics = declareMetrics([
  {
    name: 'millet_order_alerts_open',
    help: 'Orders that staff must look at, by the reason: a refund that was refused, money that does not fit, a dispute.',
    labels: ['kind'],
    read: async () => {
      const rows = await db.orderAlert.groupBy({ by: ['kind'], where: { closedAt: null }, _count: true });
      return rows.map(({ kind, _count }) => ({ labels: { kind }, value: _count }));
    },
  },
  {
    name: 'millet_refunds_pending',
    help: 'Refunds that the payment provider has not confirmed.',
    labels: [],
    read: () => readNumber`SELECT count(*)::int AS value FROM "Refund" WHERE state = 'PENDING'`,
  },
  {
    name: 'millet_payment_notices_unsettled',
    help: 'Notices of the payment provider that are stored and could not be acted on yet.',
    labels: [],
    read: () => readNumber`SELECT count(*)::int AS value FROM "PaymentNotice" WHERE "settledAt" IS NULL`,
  },
  {
    name: 'millet_payment_notice_oldest_unsettled_seconds',
    help: 'How long the oldest of them has waited.',
    labels: [],
    read: () =>
      readNumber`SELECT extract(epoch FROM now() - min("receivedAt"))::float8 AS value FROM "PaymentNotice" WHERE "settledAt" IS NULL`,
  },
]);
