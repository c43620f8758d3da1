import type { BrowserContext, Page } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { imagesOf } from '@/lib/core/sanitize';
import { hostile, inputOf, shown, type Hostile } from '@/tests/fixtures/hostile/corpus';

import { expect, test } from './support/test';

type Findings = { ran: boolean; fetched: string[]; broken: string[] };

const CANARY = 'the canary sang';
const PAGE = 'https://fans.example/en/boards/1/threads/1';

/** A page like ours around a text: what counts is that its header and footer stay where they are. */
const around = (html: string) =>
  `<!doctype html><html lang="en"><body><main><article><div id="box">${html}</div></article></main><footer>end</footer></body></html>`;

test.describe('hostile texts in a real browser', () => {
  test.describe.configure({ timeout: 240_000 });

  for (const kind of ['html', 'markdown'] as const) {
    test(`sanitised ${kind} neither runs, nor fetches, nor breaks the page`, async ({ context }) => {
      const problems: string[] = [];
      const play = await openStage(context);
      for (const one of hostile.filter((each) => each.kind === kind)) {
        const html = shown(one);
        const { ran, fetched, broken } = await play(html);
        const images = new Set(imagesOf(html).map((address) => new URL(address, PAGE).href));
        const undeclared = fetched.filter((address) => !images.has(address));
        if (ran) problems.push(`${one.id} ran`);
        problems.push(
          ...undeclared.map((address) => `${one.id} fetched ${address}`),
          ...broken.map((what) => `${one.id}: ${what}`),
        );
      }
      expect(problems).toEqual([]);
    });
  }

  test('control: unsanitised, they run', async ({ context }) => {
    const controls = hostile.filter(({ control }) => control);
    expect(controls.length).toBeGreaterThan(20);
    const quiet: string[] = [];
    const play = await openStage(context);
    for (const one of controls) {
      const { ran } = await play(unguarded(one));
      if (!ran) quiet.push(`${one.kind} ${one.id}`);
    }
    expect(quiet).toEqual([]);
  });

  test('control: undeclared addresses and broken pages are noticed', async ({ context }) => {
    const play = await openStage(context);
    const byId = (id: string) => inputOf(hostile.find((one) => one.kind === 'html' && one.id === id)!);
    expect((await play(byId('css-url'))).fetched).toContain('https://evil.example/bg.png');
    expect((await play(byId('layout-escape'))).broken).toContain('the text left its box');
    expect((await play(byId('dom-clobbering'))).broken).toContain('a name of the page is taken');
  });
});

function unguarded(one: Hostile): string {
  if (one.kind === 'html') return inputOf(one);
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.validateLink = () => true;
  return markdown.render(inputOf(one));
}

type Play = (html: string) => Promise<Findings>;

/** A window in which one text after another is shown as the server sends it and as a script inserts it, and all in it touched. */
async function openStage(context: BrowserContext): Promise<Play> {
  const page = await context.newPage();
  let html = '';
  let found: Findings = { ran: false, fetched: [], broken: [] };
  const ran = () => void (found.ran = true);
  page
    .on('dialog', (dialog) => (ran(), void dialog.dismiss().catch(() => undefined)))
    .on('console', (message) => message.text() === CANARY && ran());
  await page.addInitScript(watchCanary, CANARY);
  await page.route('**/*', (route) => {
    const address = route.request().url();
    if (address === PAGE) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: around(html) });
    found.fetched.push(address);
    return route.abort();
  });
  return async (text) => {
    // What the text before still wanted is over when its page is.
    await page.goto('about:blank');
    html = text;
    found = { ran: false, fetched: [], broken: [] };
    await touch(page, html, found);
    return found;
  };
}

async function touch(page: Page, html: string, found: Findings): Promise<void> {
  await page.goto(PAGE, { waitUntil: 'domcontentloaded' });
  try {
    found.broken = await page.evaluate(brokenParts);
    await page.evaluate(touchEverything);
    await page.evaluate(insertAgain, html);
    await page.evaluate(touchEverything);
  } catch (error) {
    found.broken.push(`the page was left: ${String(error).split('\n')[0]}`);
  }
}

/** Tells the test at once: what runs may also leave the page. */
function watchCanary(canary: string): void {
  Object.defineProperty(window, '__pwned', {
    set() {
      console.log(canary);
    },
  });
}

function brokenParts(): string[] {
  const shapeOf = (element: Element | null) =>
    [...(element?.children ?? [])].map(({ localName }) => localName).join(' ');
  const found: string[] = [];
  if (shapeOf(document.body) !== 'main footer' || shapeOf(document.querySelector('main')) !== 'article')
    found.push('the text left its box');
  if (shapeOf(document.querySelector('article')) !== 'div') found.push('the text left its box');
  if (typeof document.cookie !== 'string' || 'viewer' in window) found.push('a name of the page is taken');
  if (document.querySelector('#box [id], #box [name], #box [style], #box script, #box iframe, #box form'))
    found.push('an element of another page');
  return found;
}

function insertAgain(html: string): void {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
}

async function touchEverything(): Promise<void> {
  const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));
  const events = ['pointerenter', 'mouseover', 'mouseenter', 'focus', 'toggle', 'pointerdown'];
  const elements = [...document.querySelectorAll('body, body *')].slice(0, 3_000);
  for (const element of elements) {
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true }));
    const link = element.closest('a');
    const leaves = link instanceof HTMLAnchorElement && /^(?:https?|mailto):$/.test(link.protocol);
    if (leaves || element.localName === 'form') continue;
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    // A second link followed at once would call off the first.
    if (link) await pause(5);
  }
  await pause(25);
}
