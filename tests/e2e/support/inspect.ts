/** What is wrong with a page as it stands in the browser: each finding is one line that says where and what. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import type axe from 'axe-core';

export type Wanted = {
  name: string;
  address: string;
  locale: 'en' | 'zh';
  isPublic?: boolean;
  jsonLd?: RegExp;
  status?: number;
  lang?: string;
  elsewhere?: boolean;
};

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

export async function inspect(page: Page, wanted: Wanted): Promise<string[]> {
  const complaints: string[] = [];
  // A mail is framed without the right to run scripts, Playwright's own among them.
  const told = (message: { type(): string; text(): string }) =>
    void (
      message.type() === 'error' &&
      !message.text().includes("'about:srcdoc'") &&
      complaints.push(`console: ${message.text()}`)
    );
  const broke = (error: Error) => void complaints.push(`broke: ${error.message}`);
  page.on('console', told).on('pageerror', broke);
  await page.setViewportSize(desk);
  // Only a page of the store has a reader's layer to wait for.
  const painted = wanted.elsewhere
    ? null
    : page.waitForResponse(/\/api\/viewer\?/, { timeout: 8_000 }).catch(() => null);
  const answer = await page.goto(wanted.address, { waitUntil: 'load' });
  await painted;
  await page.waitForTimeout(150);
  const status = wanted.status ?? 200;
  if (answer?.status() !== status) complaints.push(`answers ${answer?.status()}`);
  complaints.push(
    ...(await headProblems(page, wanted)),
    ...(await textProblems(page, wanted)),
    ...(await axeProblems(page)),
  );
  await page.setViewportSize(phone);
  complaints.push(...(await page.evaluate(wideParts)));
  page.off('console', told).off('pageerror', broke);
  // A browser notes every 404 in its console, also the one that was asked for.
  const expected = (line: string) => status === 404 && /status of 404/.test(line);
  return complaints.filter((line) => !expected(line)).map((line) => `${wanted.name} ${wanted.address}: ${line}`);
}

// The package's own `source` is the text before it was made small, more than twice as long.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(runAxe);
}

type Rule = { id: string; impact: string };

async function runAxe(): Promise<string[]> {
  const { axe: tool } = window as unknown as { axe: typeof axe & { _audit: { rules: Rule[] } } };
  // A rule has one impact, whatever it finds: those whose findings are left out below need not look.
  const slight = tool._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
  const { violations } = await tool.run(document, {
    reporter: 'no-passes',
    rules: Object.fromEntries(slight.map(({ id }) => [id, { enabled: false }])),
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes
          .slice(0, 3)
          .map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message.slice(0, 110) ?? ''}`)
          .join(' | ')}`,
    );
}

function wideParts(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .slice(0, 4);
  return [
    `scrolls sideways at 360 px (${scrollWidth}): ${wide.map((element) => `${element.localName}.${String(element.getAttribute('class')).slice(0, 50)}`).join(', ')}`,
  ];
}

async function headProblems(
  page: Page,
  { address, locale, isPublic, jsonLd, status, lang = locale === 'zh' ? 'zh-CN' : 'en' }: Wanted,
): Promise<string[]> {
  const head = await page.evaluate(readHead);
  const problems: string[] = [];
  const want = (fine: unknown, problem: string) => void (fine || problems.push(problem));
  want(head.headings === 1, `has ${head.headings} first headings`);
  want(head.title.length > 3, 'has no title');
  want(head.lang === lang, `lang is ${head.lang}`);
  if (status) return problems;
  if (!isPublic) return [...problems, ...(head.robots?.includes('noindex') ? [] : ['asks search engines in'])];
  want((head.description?.length ?? 0) > 15, `has the description “${head.description}”`);
  want(head.canonical === address, `names ${head.canonical} as its own address`);
  const elsewhere = address.replace(/^\/(en|zh)/, '');
  want(
    head.languages['zh-CN'] === `/zh${elsewhere}` && head.languages.en === `/en${elsewhere}`,
    `names ${JSON.stringify(head.languages)} as its languages`,
  );
  for (const property of ['og:title', 'og:description', 'og:image', 'og:url'])
    want(head.card[property], `has no ${property}`);
  problems.push(...jsonLdProblems(head.jsonLd, jsonLd));
  return problems;
}

function readHead() {
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? null;
  const path = (href: string | null) => (href === null ? null : new URL(href, location.href).pathname);
  return {
    headings: [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility()).length,
    title: document.title,
    lang: document.documentElement.lang,
    robots: attribute('meta[name=robots]', 'content'),
    description: attribute('meta[name=description]', 'content'),
    canonical: path(attribute('link[rel=canonical]', 'href')),
    languages: Object.fromEntries(
      [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
        link.getAttribute('hreflang') ?? '',
        path(link.getAttribute('href')),
      ]),
    ),
    card: Object.fromEntries(
      [...document.querySelectorAll('meta[property^="og:"]')].map((meta) => [
        meta.getAttribute('property') ?? '',
        meta.getAttribute('content'),
      ]),
    ),
    jsonLd: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => script.textContent ?? '',
    ),
  };
}

function jsonLdProblems(texts: string[], wanted?: RegExp): string[] {
  const problems: string[] = [];
  for (const text of texts) {
    try {
      const data = JSON.parse(text) as Record<string, unknown>;
      if (data['@context'] !== 'https://schema.org' || !(data['@type'] ?? data['@graph']))
        problems.push('has JSON-LD without a type');
    } catch {
      problems.push('has JSON-LD that is no JSON');
    }
  }
  if (wanted && !texts.some((text) => wanted.test(text))) problems.push(`has no JSON-LD like ${String(wanted)}`);
  return problems;
}

const files = readdirSync('messages/en');
const namespaces = [
  ...new Set(files.flatMap((file) => Object.keys(JSON.parse(readFileSync(`messages/en/${file}`, 'utf8')) as object))),
];
const bareKey = new RegExp(`(?<![\\w/.@-])(${namespaces.join('|')})(\\.[a-z][A-Za-z0-9]*){1,4}(?![\\w.@])`);
const english = leftovers();

async function textProblems(page: Page, { locale }: Wanted): Promise<string[]> {
  const { all, chrome } = await page.evaluate(readTexts);
  const key = bareKey.exec(all)?.[0];
  const foreign = locale === 'zh' ? [...new Set(chrome.filter((text) => english.has(text)))] : [];
  return [...(key ? [`shows the bare key ${key}`] : []), ...foreign.map((text) => `says “${text}” in English`)];
}

/** All text, and that of the interface itself: what a button, a label, the frame around the page says. */
function readTexts() {
  const parts = document.querySelectorAll(
    'header, footer, nav, button, label, legend, th, summary, [role=tab], h2, h3',
  );
  const texts = [...parts].flatMap((part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '');
    return found;
  });
  const labels = [...document.querySelectorAll('[aria-label]')].map(
    (element) => element.getAttribute('aria-label')?.trim() ?? '',
  );
  // What stands as code is a name, such as that of a permission in a reference for programs.
  const all = [...document.querySelectorAll<HTMLElement>('code')].reduce(
    (left, { innerText }) => left.replace(innerText, ''),
    document.body.innerText,
  );
  return { all, chrome: [...texts, ...labels] };
}

/** Sentences of the English catalogue that the Chinese one says otherwise. */
function leftovers(): Set<string> {
  const found = new Set<string>();
  // A mail is written in its reader's language, whatever the language of the page that shows it.
  for (const file of files.filter((each) => !each.endsWith('.mail.json'))) {
    const [from, to] = ['en', 'zh-CN'].map((folder) =>
      flat(JSON.parse(readFileSync(`messages/${folder}/${file}`, 'utf8'))),
    );
    for (const [key, text] of from!)
      if (/[A-Za-z]{3}/.test(text) && !text.includes('{') && to!.get(key) !== text) found.add(text);
  }
  // The switch names each language in that language.
  return new Set([...found].filter((text) => text !== 'English'));
}

function flat(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]]);
  return new Map(Object.entries(value as object).flatMap(([key, inner]) => [...flat(inner, `${prefix}.${key}`)]));
}
