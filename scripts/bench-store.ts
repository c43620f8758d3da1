/**
 * `npm run bench:store -- [--only CASE,CASE] [--seconds N] [--products N] …`: how fast the shop is among many products: its pages kept and not kept,
 * carts, orders of carts, a rush for what is short, and an import of products.
 */
import { makeFolder } from '@/lib/core/make-folder';
import { numbersIn, onStage, openBrand, serve, type Stage } from '@/tests/bench/stage';

import { ask } from './lib/ask';
import { cart, importing, orders, rush } from './lib/bench-store-cart';
import { facets, listing, product, search } from './lib/bench-store-pages';
import { storeOptions, type Case, type Shop, type StoreOptions } from './lib/bench-store-shop';
import { writeEnv } from './lib/env-file';
import { migrate } from './lib/migrations';
import { say, Trouble } from './lib/say';
import { listenForStop } from './lib/stop-signal';

// The import comes last: it makes products, which the others would find.
const cases: Record<string, Case> = { listing, facets, product, search, cart, orders, rush, import: importing };
const ofPages = ['listing', 'facets', 'product', 'search'];
const fewDir = '.data/bench-few';
const fewDatabase = 'millet_few';

export async function main(words: string[]): Promise<number> {
  listenForStop();
  const at = words.indexOf('--only');
  const only = at < 0 ? Object.keys(cases) : (words[at + 1] ?? '').split(',');
  if (only.some((name) => !(name in cases))) throw new Trouble(`--only ${Object.keys(cases).join()}`);
  const rest = at < 0 ? words : words.toSpliced(at, 2);
  const chosen = numbersIn(rest, storeOptions);
  return onStage(1, (stage) => measure(chosen, only, stage));
}

async function measure(chosen: StoreOptions, only: string[], stage: Stage): Promise<number> {
  const { fillStore } = await import('@/tests/bench/store-rows');
  await fillStore(stage.databaseUrl, chosen.products);
  const beside = only.some((name) => ofPages.includes(name));
  const fewPort = beside ? await shopOfFew(stage, chosen.few) : null;
  const shop: Shop = { ...stage, ...chosen, fewPort };
  const [wrong, missed]: [string[], string[]] = [[], []];
  for (const name of Object.keys(cases).filter((each) => only.includes(each))) {
    const verdict = await cases[name]!(shop);
    if (!verdict) say(`${name}: left out, the shop has no such page.`);
    wrong.push(...(verdict?.wrong ?? []));
    missed.push(...(verdict?.missed ?? []));
  }
  say(missed.length === 0 ? 'Nothing is less than is wanted.' : `Less than is wanted: ${missed.join('; ')}`);
  if (wrong.length > 0) say(`Wrong: ${wrong.join('; ')}`);
  return wrong.length === 0 ? 0 : 1;
}

/** The same shop with a few products, in a database of its own beside the other, so that both are asked in turn. */
async function shopOfFew({ databaseUrl }: Stage, products: number): Promise<number> {
  const { fillStore } = await import('@/tests/bench/store-rows');
  const url = Object.assign(new URL(databaseUrl), { pathname: `/${fewDatabase}` }).href;
  await ask(databaseUrl, `DROP DATABASE IF EXISTS ${fewDatabase} WITH (FORCE)`);
  await ask(databaseUrl, `CREATE DATABASE ${fewDatabase}`);
  await migrate(url);
  await openBrand(url);
  await fillStore(url, products);
  makeFolder(fewDir);
  writeEnv(fewDir, url);
  return (await serve({ DATA_DIR: fewDir })).port;
}
