import { describe, expect, it } from 'vitest';

import { compare, complete, inDomain, listOf, rowsOf, tables, type Tables } from './tables';

/** A domain that nothing central has heard of. */
const planted: Tables = {
  ...tables,
  zebra: {
    actions: { strokeZebraAction: 'members' },
    commands: { strokeZebra: 'members', paintZebra: ['OPERATIONS'] },
    data: { zebrasPage: [[]], homePage: [[]] },
    crowd: [{ table: 'Zebra', values: { id: `md5('zebra' || i)::uuid` } }],
  },
};
const namesOf = (given: Tables) => rowsOf('commands', given).map(inDomain);

describe('the tables', () => {
  it('hold the rows of each domain and those of none', () => {
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(['central', 'drops', 'forum', 'members', 'orders']));
    expect(rowsOf('commands', planted)).toEqual([
      ...rowsOf('commands'),
      { domain: 'zebra', name: 'strokeZebra', row: 'members' },
      { domain: 'zebra', name: 'paintZebra', row: ['OPERATIONS'] },
    ]);
    expect(listOf('crowd', planted)).toEqual([...listOf('crowd'), ...planted.zebra!.crowd!]);
  });

  it('are complete with a row for each verb', () => {
    expect(compare(namesOf(planted), namesOf(planted))).toEqual(complete);
  });

  it('miss a verb without a row', () => {
    expect(compare([...namesOf(planted), 'zebra.feedZebra'], namesOf(planted))).toEqual({
      ...complete,
      withoutRow: ['zebra.feedZebra'],
    });
  });

  it('show a row without its verb', () => {
    expect(compare(namesOf(tables), namesOf(planted)).withoutVerb).toEqual(['zebra.strokeZebra', 'zebra.paintZebra']);
  });

  it('show what two domains claim', () => {
    const rows = rowsOf('data', planted).map(({ name }) => name);
    const verbs = rowsOf('data')
      .map(({ name }) => name)
      .concat('zebrasPage');
    expect(compare(verbs, rows)).toEqual({ ...complete, twice: ['homePage'] });
  });
});
