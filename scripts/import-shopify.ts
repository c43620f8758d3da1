/**
 * `npm run import:shopify -- FILE… [--currency USD] [--from https://shop.example] [--dry-run]`: brings a shop's exports, each known by its
 * first row; `-- --erase`: forgets a customer whom such an export brought.
 */
import type { Readable } from 'node:stream';

import { isCurrency } from '@/lib/core/money';

import { askLine } from './lib/ask-line';
import { readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = `Usage: npm run import:shopify -- FILE… [--currency USD] [--from https://shop.example] [--dry-run]
       FILE is any of Shopify's exports: products, customers, orders, discounts, redirects; pages and collections as apps export them
   or: npm run import:shopify -- --erase
       whom is asked for, or read from the input: an e-mail address, a phone number, or id:77 for the customer of that number`;

export async function main(words: string[], input: Readable = process.stdin): Promise<number> {
  if (words.some((word) => /^--erase(=|$)/.test(word))) return erase(words, input);
  const given = words.map((word) => (word === '--dry-run' ? '--dry-run=yes' : word));
  const { places, options } = readWords(given, ['currency', 'from', 'dry-run'], usage);
  if (places.length === 0) throw new Trouble(usage);
  const currency = options.currency?.toUpperCase();
  if (currency && !isCurrency(currency)) throw new Trouble(`${options.currency} is no currency. ${usage}`);
  const shop = options.from === undefined ? undefined : shopOf(options.from);
  const how = [...(currency ? ['--currency', currency] : []), ...(shop ? ['--from', shop] : [])];
  const rehearse = options['dry-run'] ? ['--dry-run', 'yes'] : [];
  return runImport('scripts/lib/run-import-shopify.ts', [...how, ...rehearse, '--', ...places]);
}

// Everybody on the machine reads the words of a command in the list of processes.
async function erase(words: string[], input: Readable): Promise<number> {
  if (words.length > 1 || words[0] !== '--erase') throw new Trouble(usage);
  const person = await askLine('Who is to be forgotten? (e-mail address, phone number, or id:77) ', input);
  if (person === '') throw new Trouble('Nobody was named, and nobody was erased.');
  return runImport('scripts/lib/run-erase-person.ts', ['shopify'], { input: person });
}

function shopOf(address: string): string {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return new URL(address).origin;
  throw new Trouble(`${address} is no address of a site. ${usage}`);
}
