import { declareBulk } from '@/lib/core/bulk';
import { sendLabelled } from '@/lib/orders/commands';
import { forecastOrders } from '@/lib/orders/forecast-orders';
import { choiceOf, labelManySchema } from '@/lib/orders/schema';

import { buyLabel } from './buy-label';

/** What staff may do to many orders with the help of a carrier. */
export const orderLabelKinds = declareBulk({
  'orders.label': {
    list: 'orders',
    permission: 'orders.ship',
    reads: 'orders.read',
    input: () => labelManySchema,
    before: async (actor, { key, input }) =>
      void (await buyLabel(actor, { number: key, ...choiceOf(labelManySchema.parse(input).choice) })),
    run: async (ctx, { key, input }) => {
      const { choice, send } = labelManySchema.parse(input);
      // An address label bears no number: who brings its parcel is said when it is sent.
      if (send && choiceOf(choice).carrier !== 'manual') await sendLabelled(ctx, { number: key });
    },
    forecast: (reading, numbers) => forecastOrders(reading, { act: 'ship', numbers }),
  },
});
