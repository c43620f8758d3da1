import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { plainAmount } from '@/lib/core/money';
import { monthOf } from '@/lib/accounting/choices/month';
import { canReadAccounts } from '@/lib/accounting/policy';
import { listEntries } from '@/lib/accounting/queries';
import { exportRows, type Exported } from '@/lib/lists/export-rows';

const head = [
  ...['entry', 'date', 'type', 'debit', 'credit', 'amount', 'currency', 'order', 'gateway', 'country', 'tax rate (%)'],
  ...['market', 'booked at'],
];

type Asked = { query: Record<string, string | undefined>; reason: string };
type Entry = Awaited<ReturnType<typeof listEntries>>[number];

/** Makes a CSV file of the entries of a month, one line each with the account that is debited and the one that is credited; nothing of any buyer. */
export async function exportBooks(actor: Actor, { query, reason }: Asked): Promise<Exported> {
  if (!isMember(actor) || !canReadAccounts(actor)) throw notFound('list');
  const ask = reading(actor);
  const month = monthOf(query.month ?? '', await shopZone());
  if (!month) throw notFound('list');
  let rows: Entry[] = [];
  return exportRows({
    ...{ by: actor, list: { name: 'accounting' }, act: 'books.export', reason, head },
    file: `accounting-${month.name}`,
    filters: `month=${month.name}`,
    page: async (from, size) => {
      const read = await listEntries(ask, { month, after: BigInt(from?.id ?? 0), take: size + 1 });
      rows = read.slice(0, size);
      const last = rows.at(-1);
      return {
        ids: rows.map(({ id }) => String(id)),
        next: read.length > size && last ? { value: 0, id: String(last.id) } : undefined,
      };
    },
    cells: async () => rows.map(cellsOf),
  });
}

const words = (name: string) => name.toLowerCase().replaceAll('_', ' ');

// What an account takes in is its debit, what it gives its credit.
const cellsOf = (entry: Entry) => [
  ...[String(entry.id), entry.at.toISOString(), words(entry.cause), words(entry.toAccount), words(entry.fromAccount)],
  ...[plainAmount(entry.amountMinor, entry.currency), entry.currency, entry.order?.number ?? '', entry.provider ?? ''],
  ...[entry.country ?? '', entry.taxPpm === null ? '' : String(entry.taxPpm / 10_000)],
  ...[entry.market, entry.bookedAt.toISOString()],
];
