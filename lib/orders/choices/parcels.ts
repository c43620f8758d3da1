/** How many pieces of an order's line. */
export type Pieces = { lineId: string; units: number };
type Parcels = {
  lines: readonly { id: string; quantity: number }[];
  shipments: readonly { deliveredAt: Date | null; lines: readonly Pieces[] }[];
};

/** How much of a line is bought, sent and delivered. */
export type Fulfilled = { lineId: string; bought: number; sent: number; delivered: number };

/** How much of each line of an order is sent and has arrived, by its parcels. */
export function fulfilmentOf({ lines, shipments }: Parcels): Fulfilled[] {
  return lines.map(({ id, quantity }) => {
    const sent = shipments.flatMap(({ deliveredAt, lines: parcel }) =>
      parcel.flatMap(({ lineId, units }) => (lineId === id ? [{ units, arrived: deliveredAt !== null }] : [])),
    );
    return { lineId: id, bought: quantity, sent: sum(sent), delivered: sum(sent.filter(({ arrived }) => arrived)) };
  });
}

/** The pieces of an order that lie in no parcel yet. */
export function unsentOf(order: Parcels): Pieces[] {
  return fulfilmentOf(order)
    .map(({ lineId, bought, sent }) => ({ lineId, units: Math.max(0, bought - sent) }))
    .filter(({ units }) => units > 0);
}

/** Whether some of an order is sent and some is not: that follows from its parcels and is no state of its own. */
export const isPartlySent = (order: Parcels): boolean => order.shipments.length > 0 && unsentOf(order).length > 0;

const sum = (parts: readonly { units: number }[]): number => parts.reduce((total, { units }) => total + units, 0);
