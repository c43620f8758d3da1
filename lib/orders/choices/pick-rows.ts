/** A line of an order of which some pieces are not sent yet. */
export type ToPick = { lineId: string; variantId: string; title: string; sku: string; units: number };
type Held = { lineId: string; place: string; units: number };

/** What is to be taken from a place, of all the orders together; an empty place is one that nobody wrote down. */
export type Picked = { place: string; variantId: string; title: string; sku: string; units: number };

/** What is to be taken from where, by place and then by name: every piece that is not sent stands in it once. */
export function pickRows(lines: readonly ToPick[], held: readonly Held[]): Picked[] {
  const rows = new Map<string, Picked>();
  const add = ({ variantId, title, sku }: ToPick, place: string, units: number) => {
    const key = `${place}\n${variantId}`;
    const known = rows.get(key);
    if (units > 0) rows.set(key, { place, variantId, title, sku, units: (known?.units ?? 0) + units });
  };
  const byLine = new Map<string, Held[]>();
  for (const each of held) byLine.set(each.lineId, [...(byLine.get(each.lineId) ?? []), each]);
  for (const line of lines) {
    let left = line.units;
    for (const { place, units } of byLine.get(line.lineId) ?? []) {
      const taken = Math.min(left, units);
      add(line, place, taken);
      left -= taken;
    }
    add(line, '', left);
  }
  return [...rows.values()].toSorted(
    (a, b) => Number(a.place === '') - Number(b.place === '') || compare(a.place, b.place) || compare(a.title, b.title),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
