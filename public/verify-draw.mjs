#!/usr/bin/env node
/**
 * Reckons a decided draw or fair opening again, from what the shop published. Needs Node 20 and nothing else.
 *
 *   node verify-draw.mjs https://shop.example/api/drops/SLUG/entries/1 [fingerprint] [receipt]
 *
 * Give it the fingerprint that you noted before the units were given, and it checks that the seed was not changed since;
 * give it your receipt, and it says what became of your entry. Ends with 0 when everything agrees, else with 1.
 */
import { createHash } from 'node:crypto';

const [address, ...noted] = process.argv.slice(2);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

function end(agrees, words) {
  console.log(`${agrees ? 'AGREES' : 'DOES NOT AGREE'}: ${words}`);
  process.exitCode = agrees ? 0 : 1;
}

async function readAll(first) {
  const entries = [];
  for (let after = 0; ; ) {
    const url = new URL(first);
    url.searchParams.set('after', String(after));
    const response = await fetch(url);
    const page = await response.json().catch(() => ({}));
    if (response.status === 429) {
      await new Promise((wait) => setTimeout(wait, 1000 * Number(response.headers.get('retry-after') ?? 5)));
      continue;
    }
    if (!response.ok) throw new Error(page.error === 'undecided' ? 'the units have not been given yet' : `the shop answered ${response.status}`);
    entries.push(...page.entries);
    if (page.next === null) return { ...page, entries };
    if (!(page.next > after)) throw new Error('the list does not go on');
    after = page.next;
  }
}

function order(a, b) {
  if (a.late !== b.late) return a.late ? 1 : -1;
  if (a.late) return a.seq - b.seq;
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.seq - b.seq;
}

function winnersOf(units, ranked) {
  const left = new Map(units.map((each) => [`${each.variantId} ${each.channel}`, each.units]));
  const winners = new Set();
  for (const open of [false, true]) {
    for (const { id, variantId, channel, skipped } of ranked) {
      if (skipped || winners.has(id) || (!open && channel === 'PUBLIC')) continue;
      const stock = `${variantId} ${open ? 'PUBLIC' : channel}`;
      if (!(left.get(stock) > 0)) continue;
      left.set(stock, left.get(stock) - 1);
      winners.add(id);
    }
  }
  return winners;
}

function check({ seed, seedHash, count, units, entries }) {
  if (sha256(seed) !== seedHash) return end(false, 'the seed does not fit its fingerprint.');
  const fingerprint = noted.find((word) => /^[0-9a-f]{64}$/i.test(word))?.toLowerCase();
  if (fingerprint && fingerprint !== seedHash) return end(false, 'the fingerprint is not the one that you noted.');
  if (new Set(entries.map(({ id }) => id)).size !== count) return end(false, `the list has ${entries.length} entries and should have ${count}.`);
  const ranked = entries.map((entry) => ({ ...entry, key: sha256(`${seed}:${entry.id}`) })).sort(order);
  const misplaced = ranked.findIndex(({ rank }, at) => rank !== at + 1);
  if (misplaced >= 0) return end(false, `entry ${ranked[misplaced].id} is published at rank ${ranked[misplaced].rank} and comes out at ${misplaced + 1}.`);
  const winners = winnersOf(units, ranked);
  const misgiven = ranked.find(({ id, won }) => won !== winners.has(id));
  if (misgiven) return end(false, `entry ${misgiven.id} ${misgiven.won ? 'was given a unit and should not have been' : 'should have been given a unit'}.`);
  const receipt = noted.find((word) => /^[0-9a-f-]{36}$/i.test(word))?.toLowerCase();
  const own = receipt && ranked.find(({ id }) => id === receipt);
  if (receipt && !own) return end(false, `there is no entry ${receipt} in the list.`);
  const yours = own ? ` Yours is number ${own.rank} and ${own.won ? 'won' : 'did not win'}.` : '';
  end(true, `${count} entries ranked and ${winners.size} units given as published; the seed fits its fingerprint ${seedHash}.${yours}`);
}

if (!URL.canParse(address ?? '')) end(false, 'give me the address of a list of entries: node verify-draw.mjs https://shop.example/api/drops/SLUG/entries/1');
else await readAll(address).then(check).catch((error) => end(false, error.message));
