import type { Report, ReportCell } from '@/lib/drops/queries';

export const figures = [
  'offered',
  'added',
  'carriedIn',
  'carriedOut',
  'entrants',
  'claimed',
  'released',
  'paid',
  'refunded',
  'remaining',
] as const;
export type Figure = (typeof figures)[number];
export type SumRow = Record<Figure | 'held', number> & { key: string; name: string; reserved: number };

/** The sums over some of a report's cells; `held` are units claimed that were neither paid for nor given back. */
export function sumOf(cells: readonly ReportCell[]): Record<Figure | 'held', number> {
  const sum = (figure: Figure) => cells.reduce((total, cell) => total + cell[figure], 0);
  const sums = Object.fromEntries(figures.map((figure) => [figure, sum(figure)])) as Record<Figure, number>;
  return { ...sums, held: sums.claimed - sums.released - sums.paid };
}

/** One row for each variant, in the order of the drop. */
export function byVariant({ cells, reserved }: Report, names: Record<string, string>): SumRow[] {
  const ids = [...new Set(cells.map(({ variantId }) => variantId))];
  return ids.map((id) => ({
    key: id,
    name: names[id] ?? '',
    reserved: reserved[id] ?? 0,
    ...sumOf(cells.filter(({ variantId }) => variantId === id)),
  }));
}

/** One row for each channel that the drop had. */
export function byChannel({ cells }: Report, nameOf: (channel: ReportCell['channel']) => string): SumRow[] {
  const channels = [...new Set(cells.map(({ channel }) => channel))];
  return channels.map((channel) => ({
    key: channel,
    name: nameOf(channel),
    reserved: 0,
    ...sumOf(cells.filter((cell) => cell.channel === channel)),
  }));
}
