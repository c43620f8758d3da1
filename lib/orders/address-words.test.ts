import { expect, it } from 'vitest';

import { addressWords } from './address-words';

const home = { shipCountry: 'GB', shipPostcode: 'LS1 4AP', shipCity: 'Leeds', shipLine1: '5 Mill Lane', shipLine2: 'Flat 2' };

it('is one for however an address is spelt', () => {
  for (const other of [
    { ...home, shipPostcode: 'ls14ap', shipCity: 'LEEDS', shipLine1: '5, Mill-Lane', shipLine2: 'flat 2.' },
    { ...home, shipLine1: '5 Mill Lane, Flat 2', shipLine2: '' },
    { ...home, shipCity: 'Léeds' },
  ]) expect(addressWords(other)).toBe(addressWords(home));
});

it('is another for another place', () => {
  for (const other of [{ ...home, shipLine1: '6 Mill Lane' }, { ...home, shipLine2: 'Flat 3' }, { ...home, shipCountry: 'IE' }, { ...home, shipPostcode: 'LS1 4AQ' }]) {
    expect(addressWords(other)).not.toBe(addressWords(home));
  }
  const [one, two] = ['上海市徐汇区漕溪路1号', '上海市徐汇区漕溪路2号'].map((shipLine1) => addressWords({ ...home, shipLine1 }));
  expect(one).not.toBe(two);
  expect(one).toContain('漕溪路1号');
});
