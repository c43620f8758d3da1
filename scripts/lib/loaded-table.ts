import { labelOf, type Loaded } from '@/lib/outside/backup';

/** What was copied, table by table, as lines for the terminal: each was read again on the other side and had the same digest. */
export function loadedTable(loaded: readonly Loaded[], ms: number): string[] {
  const filled = loaded.filter(({ tally }) => tally.rows > 0);
  const width = Math.max(5, ...filled.map(({ table }) => labelOf(table).length));
  const line = (name: string, rows: string, bytes: string, digest: string) =>
    `${name.padEnd(width)}  ${rows.padStart(11)}  ${bytes.padStart(14)}  ${digest}`;
  const count = (value: number) => value.toLocaleString('en');
  const sum = (of: (each: Loaded) => number) => count(filled.reduce((total, each) => total + of(each), 0));
  return [
    line('table', 'rows', 'bytes', 'digest, the same on both sides'),
    ...filled.map(({ table, tally }) =>
      line(labelOf(table), count(tally.rows), count(tally.bytes), tally.digest.slice(0, 16)),
    ),
    line(
      `${filled.length} tables`,
      sum(({ tally }) => tally.rows),
      sum(({ tally }) => tally.bytes),
      `${loaded.length - filled.length} more are empty; ${(ms / 1000).toFixed(1)} s`,
    ),
  ];
}
