import type { MoneyAccount, MoneyCause } from '@/lib/core/prisma-client/enums';

type Row = {
  cause: MoneyCause;
  currency: string;
  provider: string | null;
  country: string | null;
  taxPpm: number | null;
  fromAccount: MoneyAccount;
  toAccount: MoneyAccount;
  amountMinor: number;
};

/** What was sold into a country at a rate of tax, less what was taken back, and the tax of it. */
export type SoldInto = { country: string; taxPpm: number; netMinor: number; taxMinor: number };
/** What a gateway took and gave back, and what banks took of it by disputes, less those that were won. */
export type ThroughGateway = { provider: string; inMinor: number; backMinor: number; disputedMinor: number };
export type MonthFigures = {
  currency: string;
  /** Goods and shipping without tax, before refunds. */
  soldMinor: number;
  takenBackMinor: number;
  taxMinor: number;
  inMinor: number;
  backMinor: number;
  /** Credit that was given away, less what was taken back or expired. */
  grantedMinor: number;
  countries: SoldInto[];
  gateways: ThroughGateway[];
};

/** The figures of a month out of its sums, by currency: they are never added up over two of them. */
export function figuresOf(rows: readonly Row[]): MonthFigures[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const out = (...accounts: MoneyAccount[]) => sumOf(own, accounts, -1);
    return {
      currency,
      soldMinor: out('SALES', 'SHIPPING'),
      takenBackMinor: sumOf(own, ['TAKEN_BACK'], 1),
      taxMinor: out('TAX'),
      inMinor: cameOf(own),
      backMinor: backOf(own),
      grantedMinor: sumOf(own, ['GRANTED'], 1),
      countries: countriesOf(own),
      gateways: gatewaysOf(own),
    };
  });
}

function countriesOf(rows: readonly Row[]): SoldInto[] {
  const taxed = rows.filter(({ country, taxPpm }) => country !== null && taxPpm !== null);
  const keys = new Map(
    taxed.map(({ country, taxPpm }) => [`${country} ${taxPpm}`, { country: country!, taxPpm: taxPpm! }]),
  );
  return [...keys.values()]
    .map((place) => {
      const own = taxed.filter(({ country, taxPpm }) => country === place.country && taxPpm === place.taxPpm);
      return {
        ...place,
        netMinor: sumOf(own, ['SALES', 'SHIPPING', 'TAKEN_BACK'], -1),
        taxMinor: sumOf(own, ['TAX'], -1),
      };
    })
    .toSorted((one, two) => two.netMinor - one.netMinor || one.country.localeCompare(two.country));
}

function gatewaysOf(rows: readonly Row[]): ThroughGateway[] {
  const providers = [...new Set(rows.flatMap(({ provider }) => provider ?? []))].toSorted();
  return providers.map((provider) => {
    const own = rows.filter((row) => row.provider === provider);
    return {
      provider,
      inMinor: cameOf(own, held),
      backMinor: backOf(own, held),
      disputedMinor: sumOf(own, ['DISPUTED', 'LOST'], 1),
    };
  });
}

const of = (rows: readonly Row[], cause: MoneyCause): Row[] => rows.filter((row) => row.cause === cause);

// What credit paid is no money that came in: it is in the rows of who paid alone.
const [gateways, held] = [['GATEWAY'], ['GATEWAY', 'CREDIT']] as const;

const cameOf = (rows: readonly Row[], by: readonly MoneyAccount[] = gateways): number => sumOf(of(rows, 'PAID'), by, 1);

// Less what banks failed, which the gateway has again.
const backOf = (rows: readonly Row[], by: readonly MoneyAccount[] = gateways): number =>
  sumOf([...of(rows, 'REFUND'), ...of(rows, 'REFUND_FAILED')], by, -1);

// What some accounts took in more than they gave; as much below nothing with the other sign.
function sumOf(rows: readonly Row[], accounts: readonly MoneyAccount[], sign: 1 | -1): number {
  return rows.reduce((sum, { fromAccount, toAccount, amountMinor }) => {
    const side = Number(accounts.includes(toAccount)) - Number(accounts.includes(fromAccount));
    return sum + sign * side * amountMinor;
  }, 0);
}
