import { fingerprint } from '../fingerprint';

/** An entry as the published list tells it. `seq` grows in the order of arrival. */
export type DrawEntry = {
  id: string;
  variantId: string;
  channel: string;
  priority: number;
  late: boolean;
  seq: number;
};

/** Units that one variant had to give through one channel. */
export type DrawUnits = { variantId: string; channel: string; units: number };

const atOnce = 2_000;

/**
 * The entries in the order in which they are served: who came in time before who came late; of the former, priority
 * first and then SHA-256("seed:entry"); the late by arrival.
 */
export async function rankEntries<E extends DrawEntry>(seed: string, entries: readonly E[]): Promise<E[]> {
  const keyed: { entry: E; key: string }[] = [];
  for (let from = 0; from < entries.length; from += atOnce) {
    keyed.push(
      ...(await Promise.all(
        entries
          .slice(from, from + atOnce)
          .map(async (entry) => ({ entry, key: entry.late ? '' : await fingerprint(`${seed}:${entry.id}`) })),
      )),
    );
  }
  return keyed.toSorted(byRank).map(({ entry }) => entry);
}

type Keyed = { entry: DrawEntry; key: string };

function byRank(a: Keyed, b: Keyed): number {
  if (a.entry.late !== b.entry.late) return a.entry.late ? 1 : -1;
  if (!a.entry.late && a.entry.priority !== b.entry.priority) return b.entry.priority - a.entry.priority;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.entry.seq - b.entry.seq;
}

/**
 * Who wins, given what there is to give and the ranked entries: units set aside for a channel go to its own entrants,
 * then the public ones of the same variant to whoever is left. Who had a unit already is passed over.
 */
export function giveUnits(
  units: readonly DrawUnits[],
  ranked: readonly (DrawEntry & { skipped?: boolean })[],
): Set<string> {
  const left = new Map(units.map((each) => [`${each.variantId} ${each.channel}`, each.units]));
  const winners = new Set<string>();
  const give = ({ id, variantId }: DrawEntry, channel: string) => {
    const stock = `${variantId} ${channel}`;
    const count = left.get(stock) ?? 0;
    if (count < 1 || winners.has(id)) return;
    left.set(stock, count - 1);
    winners.add(id);
  };
  const eligible = ranked.filter(({ skipped }) => !skipped);
  for (const entry of eligible) if (entry.channel !== 'PUBLIC') give(entry, entry.channel);
  for (const entry of eligible) give(entry, 'PUBLIC');
  return winners;
}
