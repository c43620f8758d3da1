/**
 * `npm run import:shopify -- FILE… [--currency USD] [--from https://shop.example] [--dry-run]`: brings a shop's exports, each known by its
 * first row; `-- --erase EMAIL`: forgets a customer whom such an export brought.
 */
import { isCurrency } from '@/lib/core/money';

import { readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = `Usage: npm run import:shopify -- FILE… [--currency USD] [--from https://shop.example] [--dry-run]
       FILE is any of Shopify's exports: products, customers, orders, discounts, redirects; pages and collections as apps export them
   or: npm run import:shopify -- --erase EMAIL`;

export async function main(words: string[]): Promise<number> {
  const given = words.map((word) => (word === '--dry-run' ? '--dry-run=yes' : word));
  const { places, options } = readWords(given, ['currency', 'from', 'dry-run', 'erase'], usage);
  if (options.erase !== undefined) {
    if (places.length > 0 || Object.keys(options).length > 1) throw new Trouble(usage);
    return runImport('scripts/lib/run-erase-person.ts', ['shopify', options.erase]);
  }
  if (places.length === 0) throw new Trouble(usage);
  const currency = options.currency?.toUpperCase();
  if (currency && !isCurrency(currency)) throw new Trouble(`${options.currency} is no currency. ${usage}`);
  const shop = options.from === undefined ? undefined : shopOf(options.from);
  const how = [...(currency ? ['--currency', currency] : []), ...(shop ? ['--from', shop] : [])];
  const rehearse = options['dry-run'] ? ['--dry-run', 'yes'] : [];
  return runImport('scripts/lib/run-import-shopify.ts', [...how, ...rehearse, '--', ...places]);
}

function shopOf(address: string): string {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return new URL(address).origin;
  throw new Trouble(`${address} is no address of a site. ${usage}`);
}
