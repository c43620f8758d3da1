/**
 * What a reading page's own part weighs in the browser at first: our components, the libraries that they use, and the sentences that they
 * say; without React and Next. What a click loads is not in it. `npm run bench:first-screen` measures the same pages whole.
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';

import { pageFiles, sentenceBytes, type PageName } from '@/scripts/lib/page-weight';

import { isClientEntry, reachedFrom, readGraph } from './import-graph';

const graph = readGraph({ lazily: false });

/** What a page may have over an empty one of the same Next, and what of it Next takes for links and the joints between files. */
const most = 40_000;
const links = 4_000;

it.each(Object.entries(pageFiles) as [PageName, string][])(
  '%s',
  async (name, page) => {
    const [components, sentences] = [await weigh(`app/[locale]/(site)/${page}`), sentenceBytes(name, 'en')];
    expect(components).toBeGreaterThan(8_000);
    expect(sentences).toBeGreaterThan(1_000);
    expect({ components, sentences, over: Math.max(0, components + sentences + links - most) }).toMatchObject({
      over: 0,
    });
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
    plugins: [ours, inBrowser],
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

// As `resolveAlias` of next.config.ts does.
const inBrowser: Plugin = {
  name: 'in the browser',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^use-intl\/format-message$/ }, () => ({
      path: path.resolve('components/i18n/format-in-browser.ts'),
    })),
};
