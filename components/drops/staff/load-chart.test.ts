import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

import type UPlot from 'uplot';
import { expect, it } from 'vitest';

import { loadChart } from './load-chart';

class Browser {
  constructor(private readonly said: string) {}
  get language() {
    return this.said;
  }
}

// The library as a browser that says this language loads it.
async function load(navigator: Browser): Promise<typeof UPlot> {
  const nothing = () => ({ addEventListener: () => undefined, dispatchEvent: () => undefined, style: {} });
  const window = { ...nothing(), matchMedia: nothing, devicePixelRatio: 1 };
  const document = { ...nothing(), documentElement: nothing(), createElement: nothing };
  const script = readFileSync('node_modules/uplot/dist/uPlot.iife.js', 'utf8');
  return runInNewContext(`${script}; uPlot`, { ...window, window, document, navigator, CustomEvent });
}

it('the library by itself throws at a language that is none', async () => {
  await expect(load(new Browser('en-US@posix'))).rejects.toThrow('Incorrect locale information');
});

it.each(['en-US@posix', '', 'de-DE'])(
  'is loaded in a browser that says "%s", which says the same after it',
  async (tag) => {
    const browser = new Browser(tag);
    expect(await loadChart(browser, () => load(browser))).toBeTypeOf('function');
    expect(browser.language).toBe(tag);
  },
);
