import { describe, expect, it } from 'vitest';

import { combinations, optionFault, regrid } from './option-grid';

type Row = { options: string[]; price: string };
const make = (options: string[], like?: Row): Row => ({ options, price: like?.price ?? '' });
const colour = (...values: string[]) => ({ name: 'Colour', values });
const size = (...values: string[]) => ({ name: 'Size', values });

describe('the grid of options', () => {
  it('makes every combination, the last option changing first', () => {
    expect(combinations([colour('Ink', 'Oat'), size('S', 'M')])).toEqual([
      ['Ink', 'S'],
      ['Ink', 'M'],
      ['Oat', 'S'],
      ['Oat', 'M'],
    ]);
  });

  it('has one row where there is nothing to choose, and leaves out options without a name or values', () => {
    expect(combinations([])).toEqual([[]]);
    expect(combinations([size(), { name: '', values: ['x'] }, colour('Ink')])).toEqual([['Ink']]);
  });

  it('keeps rows that are still asked for, makes others like the nearest, and says which are gone', () => {
    const rows = [
      { options: ['Ink'], price: '10' },
      { options: ['Oat'], price: '20' },
    ];
    const made = regrid(rows, [colour('Oat', 'Moss')], make);
    expect(made.rows[0]).toBe(rows[1]);
    expect(made.rows[1]).toEqual({ options: ['Moss'], price: '10' });
    expect(made.gone).toEqual([rows[0]]);
    expect(regrid(rows, [colour('Ink', 'Oat'), size('S')], make).rows.map(({ price }) => price)).toEqual(['10', '20']);
  });

  it('refuses names and values that are there twice in any case, and more than 100 rows', () => {
    expect(optionFault([colour('Ink', 'ink')])).toBe('option-twice');
    expect(optionFault([colour('Ink'), { name: 'COLOUR', values: ['S'] }])).toBe('option-twice');
    const many = Array.from({ length: 11 }, (_, at) => `${at}`);
    expect(optionFault([colour(...many), size(...many)])).toBe('too-many-variants');
    expect(optionFault([colour(...many), size(...many.slice(0, 9))])).toBeNull();
  });
});
