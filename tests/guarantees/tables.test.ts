import { describe, expect, it } from 'vitest';

import { compare, complete, inDomain, listOf, rowsOf, tables, type Tables } from './tables';

/** A domain that nothing central has heard of. */
const planted: Tables = {
  ...tables,
  quagga: {
    actions: { strokeQuaggaAction: 'members' },
    commands: { strokeQuagga: 'members', paintQuagga: ['drops.run'] },
    data: { quaggasPage: [[]], homePage: [[]] },
    viewed: ['/en/quagga'],
  },
};
const namesOf = (given: Tables) => rowsOf('commands', given).map(inDomain);

describe('the tables', () => {
  it('hold the rows of each domain and those of none', () => {
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(['central', 'drops', 'forum', 'members', 'orders']));
    expect(rowsOf('commands', planted)).toEqual([
      ...rowsOf('commands'),
      { domain: 'quagga', name: 'strokeQuagga', row: 'members' },
      { domain: 'quagga', name: 'paintQuagga', row: ['drops.run'] },
    ]);
    expect(listOf('viewed', planted)).toEqual([...listOf('viewed'), '/en/quagga']);
  });

  it('are complete with a row for each verb', () => {
    expect(compare(namesOf(planted), namesOf(planted))).toEqual(complete);
  });

  it('miss a verb without a row', () => {
    expect(compare([...namesOf(planted), 'quagga.feedQuagga'], namesOf(planted))).toEqual({
      ...complete,
      withoutRow: ['quagga.feedQuagga'],
    });
  });

  it('show a row without its verb', () => {
    expect(compare(namesOf(tables), namesOf(planted)).withoutVerb).toEqual([
      'quagga.strokeQuagga',
      'quagga.paintQuagga',
    ]);
  });

  it('show what two domains claim', () => {
    const rows = rowsOf('data', planted).map(({ name }) => name);
    const verbs = rowsOf('data')
      .map(({ name }) => name)
      .concat('quaggasPage');
    expect(compare(verbs, rows)).toEqual({ ...complete, twice: ['homePage'] });
  });
});
