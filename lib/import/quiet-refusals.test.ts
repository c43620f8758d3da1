/** What is refused of customers and orders is told without what their cells hold: lines of an output are kept and sent around. */
import { beforeEach, expect, it } from 'vitest';

import { truncateAll } from '@/tests/support/database';
import { firstRow, furtherRow, ordersFile } from '@/tests/support/shopify-orders';
import { bring, sheet } from '@/tests/support/shopify-run';

import { formatRefusal } from './report';

beforeEach(truncateAll);

const personal = /ann|smith|mill lane|5550100|\+31/i;

it.each([
  ['an address that is none', 'Ann,S,ann.smith@gmail,,,'],
  ['one with a space', 'Ann,S,ann smith@gmail.com,,,'],
  ['cells that have slipped', 'Ann,S,ok@mill.example,,+31 20 5550100,"5 ""Mill"" Lane, Smith"'],
  ['cells that have slipped the other way', 'Ann,S,ok@mill.example,,"Ann ""Smith""",ann@mill.example'],
  ['characters that were lost', 'Ann\uFFFD,Smith,ok@mill.example,,,'],
])('a customer with %s', async (_, line) => {
  const { refusals } = await bring([sheet('c.csv', 'First Name,Last Name,Email,Phone,Total Spent,Total Orders', line)]);
  expect(refusals).toHaveLength(1);
  expect(formatRefusal(refusals[0]!)).not.toMatch(personal);
  expect(formatRefusal(refusals[0]!)).toMatch(/row 2.*\[[a-z-]+\]$/);
});

it.each<Record<string, string>>([
  { Total: 'Ann Smith' },
  { Currency: 'Mill Lane' },
  { Name: 'Ann Smith', Total: 'x' },
  { Name: '+31 20 5550100', Total: 'x' },
  { 'Created at': 'ann@mill.example' },
  { 'Financial Status': '5 Mill Lane!' },
  { 'Lineitem quantity': '"Smith"' },
])('an order whose cells have slipped: %j', async (cells) => {
  const order = firstRow(cells);
  const { refusals } = await bring([ordersFile(order, furtherRow(order.Name!, 'Plate'))]);
  expect(refusals.map(({ row }) => row)).toEqual([2, 3]);
  for (const refusal of refusals) expect(formatRefusal(refusal)).not.toMatch(personal);
});

it('the name of an order is told', async () => {
  for (const Name of ['#1001', 'EN-20240501', '1001-DE']) {
    const { refusals } = await bring([ordersFile(firstRow({ Name, Total: 'x' }))]);
    expect(refusals.map(formatRefusal).join()).toContain(`(${Name})`);
  }
});

it('a file without names of columns is refused without its first row', async () => {
  const { refusals } = await bring([sheet('c.csv', 'Ann,Smith,ann@mill.example,5 Mill Lane')]);
  expect(refusals.map(({ code }) => code)).toEqual(['not-shopify-csv']);
  expect(formatRefusal(refusals[0]!)).not.toMatch(personal);
});
