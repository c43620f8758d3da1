import { fingerprint } from '../fingerprint';
import { giveUnits, rankEntries, type DrawEntry, type DrawUnits } from './rank';

/** An entry of a decided wave, as anyone may read it. */
export type PublishedEntry = DrawEntry & { rank: number; won: boolean; skipped: boolean };

/** A decided wave, as anyone may read it. */
export type PublishedDraw = {
  seed: string;
  seedHash: string;
  count: number;
  units: DrawUnits[];
  entries: PublishedEntry[];
};

export type DrawVerdict = {
  agrees: boolean;
  seedAgrees: boolean;
  /** Entries that the list should have and does not, or the other way round. */
  missing: number;
  /** Entries whose published rank is not the one that comes out. */
  misplaced: string[];
  /** Entries that were given a unit against the rule, or were not given theirs. */
  misgiven: string[];
  winners: number;
};

/** Reckons a decided wave again from its published list, and says where list and rule part. */
export async function checkDraw({ seed, seedHash, count, units, entries }: PublishedDraw): Promise<DrawVerdict> {
  const ranked = await rankEntries(seed, entries);
  const winners = giveUnits(units, ranked);
  const seedAgrees = (await fingerprint(seed)) === seedHash;
  const missing = Math.abs(count - new Set(entries.map(({ id }) => id)).size);
  const misplaced = ranked.filter(({ rank }, at) => rank !== at + 1).map(({ id }) => id);
  const misgiven = ranked.filter(({ id, won }) => won !== winners.has(id)).map(({ id }) => id);
  const agrees = seedAgrees && missing === 0 && misplaced.length === 0 && misgiven.length === 0;
  return { agrees, seedAgrees, missing, misplaced, misgiven, winners: winners.size };
}
