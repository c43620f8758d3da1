/** What imports what in the program, and which files run in the browser: read from the text, without a bundler. */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { program } from './sources';

export type Graph = { text: Map<string, string>; imports: Map<string, string[]> };

const statement = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** Every file of the program with what it imports of ours, types left out; `lazily` what it loads on first use, too. */
export function readGraph({ lazily = true } = {}): Graph {
  const files = program();
  const text = new Map(files.map((each) => [each.file, each.text]));
  const imports = new Map(
    files.map(({ file, text: source }) => [
      file,
      [...source.matchAll(statement)].flatMap(
        ([, named, lazy]) => resolve(file, named ?? (lazily ? lazy! : ''), text) ?? [],
      ),
    ]),
  );
  return { text, imports };
}

function resolve(from: string, name: string, known: ReadonlyMap<string, string>): string | null {
  if (!name.startsWith('.') && !name.startsWith('@/')) return null;
  const place = name.startsWith('@/') ? name.slice(2) : path.posix.join(path.posix.dirname(from), name);
  return (
    [place, `${place}.ts`, `${place}.tsx`, `${place}/index.ts`].find(
      (file) => known.has(file) || (/\.\w+$/.test(file) && existsSync(file)),
    ) ?? null
  );
}

const directive = (text: string | undefined) =>
  /^(?:\s*(?:\/\/.*|\/\*[\s\S]*?\*\/))*\s*'use (client|server)'/.exec(text ?? '')?.[1];

/** Whether a file is where the browser's part of the program begins. */
export const isClientEntry = ({ text }: Graph, file: string): boolean => directive(text.get(file)) === 'client';

/** All that these files load. What the browser calls on the server is a boundary: nothing behind it is loaded with its caller. */
export function reachedFrom(graph: Graph, entries: string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !graph.text.has(file)) continue;
    reached.add(file);
    if (directive(graph.text.get(file)) !== 'server') waiting.push(...(graph.imports.get(file) ?? []));
  }
  return reached;
}

/** The files that a document of these entries brings to the browser. */
export function browserFiles(graph: Graph, entries: string[]): Set<string> {
  return reachedFrom(
    graph,
    [...reachedFrom(graph, entries)].filter((file) => isClientEntry(graph, file)),
  );
}
