import { declareBulk } from '@/lib/core/bulk';

import { markDelivered, markShipped } from './commands';
import { forecastOrders } from './forecast-orders';
import { deliverManySchema, parcelSchema, shipManySchema } from './schema';

/** What staff may do to many orders, each by the command of one order. */
export const orderBulkKinds = declareBulk({
  'orders.ship': {
    list: 'orders',
    permission: 'orders.ship',
    reads: 'orders.read',
    input: (own) => (own ? deliverManySchema : shipManySchema),
    run: async (ctx, { key, input }) => void (await markShipped(ctx, { number: key, ...parcelSchema.parse(input) })),
    forecast: (reading, numbers) => forecastOrders(reading, { act: 'ship', numbers }),
  },
  'orders.deliver': {
    list: 'orders',
    permission: 'orders.ship',
    reads: 'orders.read',
    input: () => deliverManySchema,
    run: async (ctx, { key }) => markDelivered(ctx, { number: key }),
    forecast: (reading, numbers) => forecastOrders(reading, { act: 'deliver', numbers }),
  },
});
