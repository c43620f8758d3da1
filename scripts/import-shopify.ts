/** `npm run import:shopify -- FILE… [--currency USD]`: brings the products of Shopify's product exports. */
import { isCurrency } from '@/lib/core/money';

import { readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = 'Usage: npm run import:shopify -- FILE… [--currency USD]';

export async function main(words: string[]): Promise<number> {
  const { places, options } = readWords(words, ['currency'], usage);
  if (places.length === 0) throw new Trouble(usage);
  const currency = options.currency?.toUpperCase();
  if (currency && !isCurrency(currency)) throw new Trouble(`${options.currency} is no currency. ${usage}`);
  return runImport('scripts/lib/run-import-shopify.ts', [currency ?? '', ...places]);
}
