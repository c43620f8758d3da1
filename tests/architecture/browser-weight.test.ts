/** What our own components and the libraries that they use weigh in the browser at first, without React and Next. What a click loads is not in it. */
import { gzipSync } from 'node:zlib';

import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';

import { isClientEntry, reachedFrom, readGraph } from './import-graph';

const graph = readGraph({ lazily: false });

it.each([
  ['start', '(community)/page.tsx', 30_000],
  ['boards', '(community)/boards/page.tsx', 30_000],
  ['board', '(community)/boards/[slug]/[[...view]]/page.tsx', 30_000],
  ['thread', '(community)/t/[number]/[[...view]]/page.tsx', 46_000],
  ['ideas', '(community)/ideas/page.tsx', 30_000],
  ['roadmap', '(community)/roadmap/page.tsx', 30_000],
  ['product', '(shop)/products/[handle]/page.tsx', 32_000],
  ['drop', '(shop)/drops/[slug]/page.tsx', 41_000],
])(
  '%s',
  async (_name, page, most) => {
    const weight = await weigh(`app/[locale]/${page}`);
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThanOrEqual(most);
  },
  60_000,
);

async function weigh(page: string): Promise<number> {
  const folders = page.split('/').slice(0, -1);
  const layouts = folders.map((_, depth) => [...folders.slice(0, depth + 1), 'layout.tsx'].join('/'));
  const entries = [...reachedFrom(graph, [...layouts, page])].filter((file) => isClientEntry(graph, file));
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: entries.map((file, at) => `export * as a${at} from './${file}';`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/jsx-runtime', 'next/*'],
    plugins: [ours],
  });
  const outputs = metafile.outputs;
  const loaded = new Set<string>();
  const waiting = Object.keys(outputs).filter((file) => outputs[file]!.entryPoint === '<stdin>');
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    waiting.push(
      ...outputs[file]!.imports.filter((each) => each.kind === 'import-statement' && !each.external).map(
        (each) => each.path,
      ),
    );
  }
  const kept = outputFiles.filter((file) => [...loaded].some((name) => file.path.endsWith(name)));
  return kept.reduce((sum, file) => sum + gzipSync(file.contents).length, 0);
}

// What the browser calls on the server is not loaded with its caller.
const ours: Plugin = {
  name: 'ours',
  setup(bundle) {
    bundle.onResolve({ filter: /^@\/app\/actions\// }, ({ path }) => ({ path, external: true }));
    bundle.onResolve({ filter: /^@\// }, ({ path, kind }) =>
      bundle.resolve(`./${path.slice(2)}`, { kind, resolveDir: process.cwd() }),
    );
  },
};
