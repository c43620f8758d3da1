/** The table of docs/operations.md that names every bounded memory, made from their register. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { listBounded } from '../../lib/core/bounded';

export const tableStart = '<!-- memory -->';
export const tableEnd = '<!-- /memory -->';

/** The modules that declare a bounded memory. */
export function declaringModules(): string[] {
  return readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('lib', name.replaceAll('\\', '/')))
    .filter(
      (file) =>
        file.endsWith('.ts') &&
        !/\.test\.ts$|^lib\/core\/(bounded|remembered|network-budget)\.ts$|prisma-client/.test(file),
    )
    .filter((file) => /\b(bounded|remembered|createLane|networkBudget)(<|\()/.test(readFileSync(file, 'utf8')))
    .toSorted();
}

/** The register as a table, once every module that declares a memory is loaded. */
export async function memoryTable(load: (file: string) => Promise<unknown> = loadModule): Promise<string> {
  for (const file of declaringModules()) await load(file);
  const declared = listBounded().filter(({ bound }) => !bound.name.startsWith('test'));
  const rows = declared.map(
    ({ bound: { name, holds, count, bytes, ttl, whenFull } }) =>
      `| ${name} | ${holds} | ${count.toLocaleString('en')} | ${size(bytes)} | ${time(ttl)} | ${whenFull === 'refuse' ? 'newcomers are refused' : 'the least recently used goes'} |`,
  );
  return [
    '| Memory | What it holds | Entries | Bytes | Life | When full |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

export function withTable(document: string, table: string): string {
  const [before, rest] = [document.indexOf(tableStart), document.indexOf(tableEnd)];
  if (before < 0 || rest < before) return document;
  return `${document.slice(0, before + tableStart.length)}\n${table}\n${document.slice(rest)}`;
}

function loadModule(file: string): Promise<unknown> {
  return import(pathToFileURL(path.resolve(file)).href);
}

function size(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} KB`;
}

function time(ms: number): string {
  const units: [string, number][] = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ];
  const [unit, length] = units.find(([, each]) => ms >= each) ?? ['millisecond', 1];
  const count = Math.round(ms / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
