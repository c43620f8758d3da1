import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { bytesOf, readCsv } from './csv-records';

async function rowsIn(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of readCsv(bytesOf(new Blob([text])))) rows.push(cells);
  return rows;
}

describe('the ends of lines', () => {
  it.each(['\n', '\r\n', '\r'])('are found whichever they are: %j', async (end) => {
    const text = ['a,b', '1,"x', 'y"', '', '2,z'].join(end);
    expect(await rowsIn(text)).toEqual([
      ['a', 'b'],
      ['1', `x${end}y`],
      ['2', 'z'],
    ]);
  });

  it('may be of all kinds in one file', async () => {
    expect(await rowsIn('a\r\nb\nc\rd')).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  // Each line looked for the other ending to the end of the file: this took minutes.
  it('of a whole file are found in time that grows as the file does, and others have their turn meanwhile', async () => {
    let turns = 0;
    const over = new AbortController();
    const counting = (async () => {
      for (; !over.signal.aborted; turns += 1) await pause(1);
    })();
    expect(await rowsIn(`a,b${'\n'.repeat(2_000_000)}1,2`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    over.abort();
    await counting;
    expect(turns).toBeGreaterThan(20);
  }, 60_000);
});
