import { z } from 'zod';

import { textOf } from '@/lib/core/sanitize';
import { languageOf } from '@/lib/core/language-of';
import {
  attributeOf,
  elementsIn,
  hasClass,
  makeElement,
  replaceNode,
  wordsIn,
  writeHtml,
  type HtmlElement,
} from '@/lib/core/sanitize/html-tree';

const count = z.coerce.number().int().min(0).nullish().catch(null);
const pollShape = z.object({
  name: z.string().catch('poll'),
  title: z.string().nullish().catch(null),
  voters: count,
  options: z
    .array(z.object({ id: z.string().catch(''), html: z.string().max(10_000).catch(''), votes: count }))
    .max(500),
});
export type Poll = z.output<typeof pollShape>;

/** The polls of a post with their totals; what cannot be read is no poll. */
export function readPolls(value: unknown): Poll[] {
  const list = z.array(z.unknown()).safeParse(value);
  return (list.data ?? []).flatMap((each) => pollShape.safeParse(each).data ?? []);
}

/** Puts a table of each poll's totals where the poll stood, or at the end. Totals that the forum did not tell stay out of it. */
export function tablePolls(root: HtmlElement, polls: Poll[]): void {
  const waiting = new Map(polls.map((poll) => [poll.name, poll]));
  for (const element of elementsIn(root)) {
    if (!element.parentNode || !hasClass(element, 'poll')) continue;
    const name = attributeOf(element, 'data-poll-name') || 'poll';
    const poll = waiting.get(name) ?? pollAsShown(element);
    waiting.delete(name);
    replaceNode(element, ...(poll ? [pollTable(poll)] : []));
  }
  for (const poll of waiting.values()) root.childNodes.push(...adopted(root, pollTable(poll)));
}

/** The HTML of the tables alone. */
export function pollsHtml(polls: Poll[]): string[] {
  return polls.map((poll) => writeHtml(makeElement('div', {}, pollTable(poll))));
}

function adopted(root: HtmlElement, table: HtmlElement): HtmlElement[] {
  table.parentNode = root;
  return [table];
}

/** Without totals the choices alone are kept. */
function pollAsShown(element: HtmlElement): Poll | null {
  const items = elementsIn(element).filter(({ tagName }) => tagName === 'li');
  const title = elementsIn(element).find((each) => hasClass(each, 'poll-title'));
  const options = items.map((item) => ({ id: '', html: wordsIn(item).trim(), votes: null }));
  return options.length > 0
    ? { name: 'poll', title: title ? wordsIn(title).trim() : null, voters: null, options }
    : null;
}

function pollTable({ title, voters, options }: Poll): HtmlElement {
  const words = options.map(({ html }) => plain(html));
  const zh = languageOf(`${plain(title ?? '')}${words.join('')}`) === 'zh';
  const told = options.some(({ votes }) => votes !== null && votes !== undefined);
  const head = [plain(title ?? '') || (zh ? '投票' : 'Poll'), ...(told ? [zh ? '票数' : 'Votes'] : [])];
  const rows = options.map(({ votes }, at) => [words[at] ?? '', ...(told ? [`${votes ?? 0}`] : [])]);
  if (voters !== null && voters !== undefined) rows.push([zh ? '投票人数' : 'Voters', `${voters}`]);
  const row = (tag: 'th' | 'td') => (cells: string[]) =>
    makeElement('tr', {}, ...cells.map((cell, at) => makeElement(tag, at > 0 ? { align: 'right' } : {}, cell)));
  return makeElement(
    'table',
    {},
    makeElement('thead', {}, row('th')(head)),
    makeElement('tbody', {}, ...rows.map(row('td'))),
  );
}

function plain(html: string): string {
  return textOf(html).replace(/\s+/g, ' ').trim();
}
