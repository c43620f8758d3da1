/** Units that lie at a place; places are in the order in which they are taken from. */
export type Lying = { locationId: string; units: number };
export type Wanted = { key: string; variantId: string; units: number };
export type Taking = { key: string; variantId: string; locationId: string; units: number };
export type Short = { variantId: string; open: number; wanted: number };

/**
 * From which places the units of an order are taken, so that few parcels are sent: the first place that has all of it; else for each line the
 * first place that has all of the line; else what each place has, in their order, until nothing is missing. `short` says what there is too
 * little of, and then nothing is taken.
 */
export function allocate(
  lines: readonly Wanted[],
  lying: ReadonlyMap<string, readonly Lying[]>,
): { taken: Taking[] } | { short: Short[] } {
  const left = new Map([...lying].map(([variantId, places]) => [variantId, places.map((each) => ({ ...each }))]));
  const short = shortOf(lines, left);
  if (short.length > 0) return { short };
  const one = placeOfAll(lines, left);
  const taken = lines.flatMap((line) => takeLine(line, left.get(line.variantId)!, one));
  return { taken };
}

type Left = Map<string, Lying[]>;

function sumByVariant(lines: readonly Wanted[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { variantId, units } of lines) sums.set(variantId, (sums.get(variantId) ?? 0) + units);
  return sums;
}

function shortOf(lines: readonly Wanted[], left: Left): Short[] {
  return [...sumByVariant(lines)].flatMap(([variantId, wanted]) => {
    const open = (left.get(variantId) ?? []).reduce((sum, { units }) => sum + units, 0);
    return open < wanted ? [{ variantId, open, wanted }] : [];
  });
}

function placeOfAll(lines: readonly Wanted[], left: Left): string | undefined {
  const wanted = [...sumByVariant(lines)];
  const [first] = wanted;
  return left
    .get(first?.[0] ?? '')
    ?.find(({ locationId }) =>
      wanted.every(([variantId, units]) =>
        left.get(variantId)!.some((each) => each.locationId === locationId && each.units >= units),
      ),
    )?.locationId;
}

function takeLine(line: Wanted, places: Lying[], one: string | undefined): Taking[] {
  const whole = places.find(({ locationId, units }) => (one ? locationId === one : units >= line.units));
  const order = whole ? [whole, ...places.filter((each) => each !== whole)] : places;
  const { key, variantId } = line;
  let missing = line.units;
  const taken: Taking[] = [];
  for (const place of order) {
    const units = Math.min(missing, place.units);
    if (units <= 0) continue;
    taken.push({ key, variantId, locationId: place.locationId, units });
    place.units -= units;
    missing -= units;
  }
  return taken;
}
