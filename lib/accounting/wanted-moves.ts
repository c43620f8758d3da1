import type { MoneyAccount, MoneyCause } from '@/lib/core/prisma-client/enums';
import { taxWithin } from '@/lib/core/tax-of-part';
import { creditProvider } from '@/lib/outside/payments/credit-provider';

/** A payment whose money came: how much, through which gateway, and whether it bought its order or is to go back. */
export type MoneyCame = {
  id: string;
  provider: string;
  amountMinor: number;
  currency: string;
  surplus: boolean;
  at: Date;
};
/** `toCredit` where it went into a balance, whoever had taken it. */
export type MoneyBack = {
  id: string;
  paymentId: string;
  amountMinor: number;
  state: 'DONE' | 'FAILED';
  toCredit?: boolean;
  at: Date;
};
export type MoneyDisputed = {
  ref: string;
  paymentId: string;
  amountMinor: number;
  state: 'OPEN' | 'WON' | 'LOST';
  openedAt: Date;
  closedAt: Date | null;
};

/** An order as far as its money goes. Amounts are in minor units; net and shipping are without tax. */
export type OrderMoney = {
  id: string;
  market: number;
  currency: string;
  country: string;
  taxPpm: number;
  /** When it was paid; null where it never was. */
  paidAt: Date | null;
  goodsMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  came: readonly MoneyCame[];
  /** Those that are decided, in the order in which they were. */
  back: readonly MoneyBack[];
  disputed: readonly MoneyDisputed[];
};

export type WantedMove = {
  key: string;
  cause: MoneyCause;
  fromAccount: MoneyAccount;
  toAccount: MoneyAccount;
  amountMinor: number;
  currency: string;
  market: number;
  orderId: string;
  provider: string | null;
  country: string | null;
  taxPpm: number | null;
  at: Date;
};
export type BookedMove = Pick<WantedMove, 'key' | 'cause' | 'fromAccount' | 'toAccount' | 'amountMinor'>;

/** The movements that an order's rows ask for and that are not booked yet, in the order in which they happened. */
export function wantedMoves(order: OrderMoney, booked: readonly BookedMove[]): WantedMove[] {
  const known = new Map(booked.map((move) => [move.key, move]));
  const wanted: WantedMove[] = [];
  const book = (move: Omit<WantedMove, 'market' | 'orderId'>) => {
    if (move.amountMinor <= 0 || known.has(move.key)) return;
    wanted.push({ ...move, market: order.market, orderId: order.id });
    known.set(move.key, move);
  };
  bookSale(order, book);
  for (const came of order.came)
    book({
      ...{ key: `paid:${came.id}`, cause: 'PAID', fromAccount: 'BUYERS', toAccount: heldBy(came.provider), ...nowhere },
      ...{ amountMinor: came.amountMinor, currency: came.currency, provider: came.provider, at: came.at },
    });
  for (const back of order.back) bookBack(order, back, { known, book });
  for (const disputed of order.disputed) bookDispute(order, disputed, { known, book });
  return wanted;
}

type Book = (move: Omit<WantedMove, 'market' | 'orderId'>) => void;
type Books = { known: Map<string, BookedMove>; book: Book };
const nowhere = { country: null, taxPpm: null };

// What credit pays is owed to its holders no more; what any gateway takes, that gateway holds.
const heldBy = (provider: string): MoneyAccount => (provider === creditProvider ? 'CREDIT' : 'GATEWAY');

function bookSale(order: OrderMoney, book: Book): void {
  const { id, paidAt: at, currency, country, taxPpm } = order;
  if (!at || !order.came.some((came) => !came.surplus && came.currency === currency)) return;
  const sale = { cause: 'SALE', toAccount: 'BUYERS', currency, provider: null, country, taxPpm, at } as const;
  book({ ...sale, key: `goods:${id}`, fromAccount: 'SALES', amountMinor: order.goodsMinor });
  book({ ...sale, key: `shipping:${id}`, fromAccount: 'SHIPPING', amountMinor: order.shippingMinor });
  book({ ...sale, key: `tax:${id}`, fromAccount: 'TAX', amountMinor: order.taxMinor });
}

// Money goes back through the gateway that took it, or into a balance. Where it had bought the order, so much of the sale and its tax is taken back with it.
function bookBack(order: OrderMoney, back: MoneyBack, { known, book }: Books): void {
  const came = order.came.find(({ id }) => id === back.paymentId);
  if (!came) return;
  const { currency, provider } = came;
  const { country, taxPpm } = order;
  const refund = `refund:${back.id}`;
  const credit = { net: `credit:net:${back.id}`, tax: `credit:tax:${back.id}` };
  if (back.state === 'FAILED') {
    // It was done, and its bank gave it back: all that was booked of it is taken back.
    for (const key of [refund, credit.net, credit.tax]) {
      const move = known.get(key);
      if (!move) continue;
      const taxed = key === refund ? { provider, ...nowhere } : { provider: null, country, taxPpm };
      const { amountMinor, fromAccount: toAccount, toAccount: fromAccount } = move;
      const undone = { cause: 'REFUND_FAILED', fromAccount, toAccount, amountMinor, currency, ...taxed } as const;
      book({ ...undone, key: `failed:${key}`, at: back.at });
    }
    return;
  }
  const { amountMinor, at } = back;
  const giver = back.toCredit ? creditProvider : provider;
  book({
    ...{ key: refund, cause: 'REFUND', fromAccount: heldBy(giver), toAccount: 'BUYERS', ...nowhere },
    ...{ amountMinor, currency, provider: giver, at },
  });
  if (came.surplus || known.has(credit.net) || known.has(credit.tax)) return;
  const before = creditedOf(known);
  const part = Math.min(amountMinor, order.totalMinor - before.sum);
  // What the whole of it bears less what was taken back before, so that parts come to the tax of the order whatever failed between them.
  const tax = Math.min(part, Math.max(0, taxWithin(before.sum + part, order) - before.tax));
  const taken = { cause: 'CREDIT', fromAccount: 'BUYERS', currency, provider: null, country, taxPpm, at } as const;
  book({ ...taken, key: credit.net, toAccount: 'TAKEN_BACK', amountMinor: part - tax });
  book({ ...taken, key: credit.tax, toAccount: 'TAX', amountMinor: tax });
}

// What was taken back of the sale so far, less what failed afterwards.
function creditedOf(known: Map<string, BookedMove>): { sum: number; tax: number } {
  let [sum, tax] = [0, 0];
  for (const { key, amountMinor } of known.values()) {
    const sign = key.startsWith('credit:') ? 1 : key.startsWith('failed:credit:') ? -1 : 0;
    sum += sign * amountMinor;
    if (key.includes('credit:tax:')) tax += sign * amountMinor;
  }
  return { sum, tax };
}

type Held = Record<'DISPUTED' | 'LOST', number>;

// A bank takes a disputed sum back at once; it comes again with a dispute that is won. A bank may think again, also more than once, and dispute another
// sum: what is booked of the dispute so far is moved to where it belongs now.
function bookDispute(order: OrderMoney, disputed: MoneyDisputed, { known, book }: Books): void {
  const came = order.came.find(({ id }) => id === disputed.paymentId);
  if (!came) return;
  const { ref, state, amountMinor: sum, openedAt } = disputed;
  const closedAt = disputed.closedAt ?? openedAt;
  const own = `${came.provider}:${ref}`;
  const move = (fromAccount: MoneyAccount, toAccount: MoneyAccount, amountMinor: number, at: Date) => {
    const { word, cause } = toWhere[toAccount as keyof typeof toWhere];
    const times = [...known.keys()].filter((key) => isOf(key, `${word}:${own}`)).length;
    const key = times === 0 ? `${word}:${own}` : `${word}:${own}:${times}`;
    book({
      ...{ key, cause, fromAccount, toAccount, amountMinor, at },
      ...{ currency: came.currency, provider: came.provider, ...nowhere },
    });
  };
  if (!known.has(`dispute:${own}`)) move('GATEWAY', 'DISPUTED', sum, openedAt);
  const [to, other] = state === 'LOST' ? (['LOST', 'DISPUTED'] as const) : (['DISPUTED', 'LOST'] as const);
  const at = state === 'OPEN' ? openedAt : closedAt;
  const held = heldOf(known, own);
  if (state === 'WON') {
    for (const account of ['DISPUTED', 'LOST'] as const) move(account, 'GATEWAY', held[account], at);
    return;
  }
  move(other, to, held[other], at);
  const there = held.DISPUTED + held.LOST;
  move('GATEWAY', to, sum - there, at);
  move(to, 'GATEWAY', there - sum, at);
}

const toWhere = {
  DISPUTED: { word: 'dispute', cause: 'DISPUTE' },
  LOST: { word: 'lost', cause: 'DISPUTE_LOST' },
  GATEWAY: { word: 'won', cause: 'DISPUTE_WON' },
} as const;

const isOf = (key: string, base: string): boolean => key === base || key.startsWith(`${base}:`);

// Where the sum of a dispute lies by what is booked of it.
function heldOf(known: Map<string, BookedMove>, own: string): Held {
  const held = { DISPUTED: 0, LOST: 0 };
  for (const { key, fromAccount, toAccount, amountMinor } of known.values()) {
    if (!Object.values(toWhere).some(({ word }) => isOf(key, `${word}:${own}`))) continue;
    if (toAccount === 'DISPUTED' || toAccount === 'LOST') held[toAccount] += amountMinor;
    if (fromAccount === 'DISPUTED' || fromAccount === 'LOST') held[fromAccount] -= amountMinor;
  }
  return held;
}
