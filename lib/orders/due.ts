/** What an order asks of a gateway, in minor units: its total less what credit pays of it. `settle_paid` and `lockPayment` say the same in SQL. */
export const dueOf = ({ totalMinor, creditMinor }: { totalMinor: number; creditMinor: number }): number =>
  totalMinor - creditMinor;
