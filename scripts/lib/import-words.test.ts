import { describe, expect, it } from 'vitest';

import { readWords } from './import-words';

const usage = 'Usage: this way';
const read = (...words: string[]) => readWords(words, ['currency', 'from'], usage);

describe('the words after an import command', () => {
  it('are files and options, in any order', () => {
    const wanted = { places: ['a.csv', 'b c.csv'], options: { currency: 'USD', from: 'https://forum.example?a=b' } };
    expect(read('a.csv', '--currency', 'USD', 'b c.csv', '--from=https://forum.example?a=b')).toEqual(wanted);
  });

  it('keep what stands after "--" a file, whatever it is called', () => {
    expect(read('--', '--odd.csv')).toEqual({ places: ['--odd.csv'], options: {} });
  });

  it.each([
    [['--other', 'x']],
    [['--currency']],
    [['--currency', '']],
    [['--currency=']],
    [['--currency', '--from']],
    [['-c', 'USD']],
  ])('are refused with the usage: %j', (words) => {
    expect(() => read(...words)).toThrow(usage);
  });
});
