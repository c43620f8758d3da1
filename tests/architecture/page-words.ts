/** Which domains' sentences a page brings to the browser: read from its file and its layouts. */
import type { Graph } from './import-graph';

/** A page with the layouts around it, the outermost first. */
export function withLayouts(graph: Graph, page: string): string[] {
  const folders = page.split('/').slice(0, -1);
  const layouts = folders.map((_, depth) => [...folders.slice(0, depth + 1), 'layout.tsx'].join('/'));
  return [...layouts.filter((file) => graph.text.has(file)), page];
}

/** The domains that these files name besides `core`, whose sentences every page has. */
export function loadedBy(graph: Graph, chain: string[]): Set<string> {
  const named = chain.flatMap((file) => [
    ...graph.text.get(file)!.matchAll(/\bof=\{\[([^\]]*)\]\}|\b(?:speaking|reportable)\(([^)]*)\)/g),
  ]);
  return new Set(
    named
      .flatMap(([, of, layout]) => [...(of ?? layout!).matchAll(/'([\w-]+)'/g)].map(([, name]) => name!))
      .filter((name) => name !== 'core'),
  );
}
