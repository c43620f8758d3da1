import { amount, maybeAmount } from './money';
import { Prisma } from './prisma-client/client';

// What the columns are read as. It serves for the types alone: Prisma would answer proxies by it, which are no plain objects
// for a comparison, a copy between threads or a cache.
const declared = Prisma.defineExtension({
  result: {
    price: {
      amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) },
      compareAtMinor: { needs: { compareAtMinor: true }, compute: ({ compareAtMinor }) => maybeAmount(compareAtMinor) },
    },
    order: {
      subtotalMinor: { needs: { subtotalMinor: true }, compute: ({ subtotalMinor }) => amount(subtotalMinor) },
      shippingMinor: { needs: { shippingMinor: true }, compute: ({ shippingMinor }) => amount(shippingMinor) },
      taxMinor: { needs: { taxMinor: true }, compute: ({ taxMinor }) => amount(taxMinor) },
      totalMinor: { needs: { totalMinor: true }, compute: ({ totalMinor }) => amount(totalMinor) },
      creditMinor: { needs: { creditMinor: true }, compute: ({ creditMinor }) => amount(creditMinor) },
      replacesMinor: { needs: { replacesMinor: true }, compute: ({ replacesMinor }) => maybeAmount(replacesMinor) },
    },
    orderLine: {
      priceMinor: { needs: { priceMinor: true }, compute: ({ priceMinor }) => amount(priceMinor) },
      discountMinor: { needs: { discountMinor: true }, compute: ({ discountMinor }) => amount(discountMinor) },
      netMinor: { needs: { netMinor: true }, compute: ({ netMinor }) => amount(netMinor) },
      taxMinor: { needs: { taxMinor: true }, compute: ({ taxMinor }) => amount(taxMinor) },
    },
    payment: {
      amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) },
      cameMinor: { needs: { cameMinor: true }, compute: ({ cameMinor }) => maybeAmount(cameMinor) },
    },
    priceProtection: {
      amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) },
    },
    refund: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) } },
    dispute: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => maybeAmount(amountMinor) } },
    discount: {
      amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => maybeAmount(amountMinor) },
      leastMinor: { needs: { leastMinor: true }, compute: ({ leastMinor }) => maybeAmount(leastMinor) },
    },
    orderDiscount: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) } },
    creditAccount: {
      balanceMinor: { needs: { balanceMinor: true }, compute: ({ balanceMinor }) => amount(balanceMinor) },
    },
    creditEntry: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) } },
    moneyMove: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) } },
    collectionRule: {
      amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => maybeAmount(amountMinor) },
    },
    return: {
      deductMinor: { needs: { deductMinor: true }, compute: ({ deductMinor }) => amount(deductMinor) },
      refundMinor: { needs: { refundMinor: true }, compute: ({ refundMinor }) => maybeAmount(refundMinor) },
    },
    repairQuote: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) } },
    returnLine: { valueMinor: { needs: { valueMinor: true }, compute: ({ valueMinor }) => maybeAmount(valueMinor) } },
    demoSession: {
      amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) },
      refundedMinor: { needs: { refundedMinor: true }, compute: ({ refundedMinor }) => amount(refundedMinor) },
    },
    demoRefund: { amountMinor: { needs: { amountMinor: true }, compute: ({ amountMinor }) => amount(amountMinor) } },
  },
});

const converted = Prisma.defineExtension({
  query: { $allModels: { $allOperations: async ({ args, query }) => inPlace(await query(args)) } },
});

/** Reads every column of money as a number: `bigint` in the database, and small enough by the bound of `money.ts`. */
export const amountsAsNumbers = converted as unknown as typeof declared;

function inPlace<T>(read: T): T {
  if (Array.isArray(read)) read.forEach(inPlace);
  else if (isRow(read)) convertRow(read);
  return read;
}

function convertRow(row: Record<string, unknown>): void {
  for (const name of Object.keys(row)) row[name] = converting(name, row[name]);
}

function converting(name: string, value: unknown): unknown {
  return typeof value === 'bigint' && name.endsWith('Minor') ? amount(value) : inPlace(value);
}

function isRow(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null && Object.getPrototypeOf(read) === Object.prototype;
}
