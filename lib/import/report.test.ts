import { describe, expect, it } from 'vitest';
import { parseAmount } from './amount';
import { jsonFaultLine } from './json-fault';
import { createProgress } from './progress';
import { formatLeftOut } from './left-out';
import { createTally, discourseSummary, formatRefusal } from './report';
import { shopifySummary } from './shopify-report';

describe('reports', () => {
  it('end with the agreed lines', () => {
    expect(shopifySummary({ products: 40, variants: 43, refused: 2 })).toBe(
      'imported 40 products, 43 variants; 2 rows refused',
    );
    expect(discourseSummary({ threads: 1, posts: 4, members: 24, refused: 3 })).toBe(
      'imported 1 threads, 4 posts, 24 members; 3 records refused',
    );
  });

  it('name file, row and reason', () => {
    expect(
      formatRefusal({ file: 'a.csv', row: 7, handle: 'mug', code: 'price-missing', reason: 'the row has no price' }),
    ).toBe('refused a.csv, row 7 (mug): the row has no price [price-missing]');
    expect(formatRefusal({ file: 't.json', row: 2, list: 'post', code: 'x', reason: 'why' })).toBe(
      'refused t.json, post 2: why [x]',
    );
    expect(formatRefusal({ file: 't.json', row: 0, code: 'json', reason: 'line 3' })).toBe(
      'refused t.json: line 3 [json]',
    );
  });

  it('stay lines of words, whatever the files say', () => {
    const evil = '\u001b[2J\u001b]0;owned\u0007\u009b31m\r\nimported 9 threads';
    const lines = [
      formatRefusal({ file: `a${evil}.json`, row: 7, list: `x${evil}`, handle: evil, code: 'json', reason: evil }),
      formatLeftOut(`names of boards: ${evil}`, 3),
    ];
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
    const long = formatRefusal({ file: 'a', row: 7, code: 'json', reason: 'x'.repeat(100_000) });
    expect(long).toMatch(/… \[json\]$/);
    expect(long.length).toBeLessThan(2_100);
  });

  it('count rows, not faults, and records that one refusal stands for', () => {
    const tally = createTally();
    const add = (row: number, more = {}) => tally.add({ file: 'f', row, code: 'c', reason: 'r', ...more });
    add(2);
    add(2);
    add(2, { list: 'post' });
    add(0, { count: 5 });
    add(3, { count: 0 });
    expect(tally.refused).toBe(7);
  });
});

describe('progress', () => {
  it('draws one line on a terminal and keeps notes above it', () => {
    const { output, text, wait } = screen(true);
    const progress = createProgress('Products', 4, output, wait.now);
    progress.step();
    wait.pass(100);
    progress.step();
    progress.note('refused row 3');
    progress.step(2);
    progress.done();
    expect(text()).toContain('50% 2/4');
    expect(text()).toContain('\r\u001b[2Krefused row 3\n\r');
    expect(text()).toMatch(/100% 4\/4\n$/);
    expect(text().split('\n')).toHaveLength(3);
  });

  it('lets neither its label nor a note act on the terminal', () => {
    const evil = 'name\u001b[2J\nimported';
    for (const live of [true, false]) {
      const { output, text } = screen(live);
      const progress = createProgress(evil, 4, output, () => 0);
      progress.note(evil);
      progress.done();
      const ours = text().replaceAll('\r\u001b[2K', '');
      expect(ours).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(ours).toContain('name[2J imported\n');
      expect(ours.split('\n').filter((line) => line.startsWith('imported'))).toEqual([]);
    }
  });

  it('writes plain lines elsewhere, and few', () => {
    const { output, text, wait } = screen(false);
    const progress = createProgress('Rows', 40_000, output, wait.now);
    for (let at = 0; at < 40_000; at += 1) {
      if (at % 10 === 0) wait.pass(1);
      progress.step();
    }
    progress.done();
    expect(text()).toBe('Rows: 19991 of 40000\nRows: 39991 of 40000\nRows: 40000 of 40000\n');
  });
});

describe('amounts', () => {
  it.each([
    ['0', 'USD', 0],
    ['19.99', 'USD', 1_999],
    ['19.9', 'USD', 1_990],
    ['1,234.50', 'USD', 123_450],
    ['$5', 'USD', 500],
    ['5 USD', 'USD', 500],
    ['¥199', 'CNY', 19_900],
    ['1000', 'JPY', 1_000],
    ['1000.00', 'JPY', 1_000],
    ['1.234', 'KWD', 1_234],
    ['21474836.47', 'USD', 2_147_483_647],
    ['0.07', 'USD', 7],
    ['1.10', 'USD', 110],
    ['4.35', 'USD', 435],
  ])('reads %s %s', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ minor });
  });

  it.each([
    ['-1', 'USD', 'amount-negative'],
    ['(5.00)', 'USD', 'amount-negative'],
    ['1.005', 'USD', 'amount-decimals'],
    ['12.500', 'USD', 'amount-decimals'],
    ['10.50', 'JPY', 'amount-decimals'],
    ['12,50', 'USD', 'amount-format'],
    ['1,23,456', 'USD', 'amount-format'],
    ['€5', 'USD', 'amount-format'],
    ['1e3', 'USD', 'amount-format'],
    ['five', 'USD', 'amount-format'],
    ['.5', 'USD', 'amount-format'],
    ['21474836.48', 'USD', 'amount-too-large'],
    ['9'.repeat(40), 'USD', 'amount-too-large'],
  ])('refuses %s %s', (text, currency, code) => {
    expect(parseAmount(text, currency)).toMatchObject({ code });
  });
});

describe('broken JSON', () => {
  it.each([
    ['{"a":1,}', 1],
    ['{\n"a": [1,\n2,]\n}', 3],
    ['[1\n2]', 2],
    ['{\n', 2],
    ['{"a"\n1}', 2],
    ['["x\ny"]', 1],
    ['', 1],
    ['[]\n]', 2],
    ['{"a":tru}', 1],
  ])('is found in %j on line %i', (text, line) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFaultLine(text)).toBe(line);
  });
});

it('is found behind a very long text', () => {
  expect(jsonFaultLine(`{"a": "${'\\n'.repeat(2_000_000)}",\n]`)).toBe(2);
});

function screen(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  return {
    output: { isTTY, columns: 80, write: (text: string) => written.push(text) },
    text: () => written.join(''),
    wait: { now: () => time, pass: (ms: number) => void (time += ms) },
  };
}
