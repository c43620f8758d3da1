import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressWords, type SentTo } from './address-words';

const home: SentTo = {
  shipCountry: 'GB',
  shipPostcode: 'LS1 4AP',
  shipCity: 'Leeds',
  shipLine1: '5 Mill Lane',
  shipLine2: 'Flat 2',
};
const at = (
  shipCountry: string,
  shipPostcode: string,
  shipCity: string,
  shipLine1: string,
  shipLine2 = '',
): SentTo => ({ shipCountry, shipPostcode, shipCity, shipLine1, shipLine2 });
const us = (line: string, zip = '94107') => at('US', zip, 'San Francisco', line);
const de = (line: string, town = 'Köln') => at('DE', '50667', town, line);
const jp = (line: string, line2 = '') => at('JP', '105-0011', '港区', line, line2);
const cn = (line: string) => at('CN', '200030', '上海', line);

describe('one address, however it is spelt', () => {
  const groups: [string, SentTo[]][] = [
    [
      'signs, capitals, accents',
      [
        home,
        { ...home, shipPostcode: 'ls14ap', shipCity: 'LEEDS', shipLine1: '5, Mill-Lane', shipLine2: 'flat 2.' },
        { ...home, shipLine1: '5 Mill Lane, Flat 2', shipLine2: '' },
      ],
    ],
    [
      'the town where the postcode names the street',
      [home, { ...home, shipCity: 'Leeds, West Yorkshire' }, { ...home, shipCity: 'Léeds' }],
    ],
    ['abbreviations', [home, { ...home, shipLine1: '5 Mill Ln', shipLine2: 'Apt. 2' }]],
    ['ZIP+4', [us('12 Oak Street'), us('12 Oak St.', '94107-1234'), us('12 OAK ST', '941071234')]],
    ['directions and avenues', [us('3 North 5th Avenue'), us('3 N 5th Ave')]],
    [
      'letters that look alike',
      [us('12 Market Street'), us('12 Мarkеt Street'), us('12 Ｍａｒｋｅｔ Street'), us('12 Mar\u200Bket Street')],
    ],
    [
      'umlauts and sharp s',
      [
        de('Müllerstraße 5'),
        de('Muellerstrasse 5'),
        de('Mullerstr. 5'),
        de('MÜLLER-STR. 5', 'Koeln'),
        de('Müller Straße 5', 'KÖLN'),
      ],
    ],
    [
      'Japanese numbers',
      [
        jp('芝公園1丁目2番3号'),
        jp('芝公園一丁目2-3'),
        jp('芝公園１－２－３'),
        jp('芝公園1ー2ー3'),
        jp('芝公園 1丁目2番地3'),
      ],
    ],
    ['the two ways of Chinese', [cn('漕溪路十二号三楼'), cn('漕溪路12號3樓'), cn('漕溪路１２号３楼')]],
    ['an apostrophe', [us("4 King's Road"), us('4 Kings Rd'), us('4 King’s Road')]],
  ];

  it.each(groups)('%s', (_, [first, ...others]) => {
    for (const other of others) expect(addressWords(other)).toBe(addressWords(first!));
  });
});

describe('another address', () => {
  const pairs: [SentTo, SentTo][] = [
    [at('AU', '2000', 'Sydney', '1/23 George St'), at('AU', '2000', 'Sydney', '12/3 George St')],
    [jp('芝公園1-2-3'), jp('芝公園12-3')],
    [jp('芝公園1-2-3'), jp('芝公園1-23')],
    [jp('芝公園一丁目23'), jp('芝公園12-3')],
    [cn('漕溪路5弄1-203'), cn('漕溪路5弄12-03')],
    [at('KR', '04524', '서울', '세종대로 101-1203'), at('KR', '04524', '서울', '세종대로 1011-203')],
    [
      { ...home, shipLine1: 'Flat 1, 23 High Street', shipLine2: '' },
      { ...home, shipLine1: 'Flat 12, 3 High Street', shipLine2: '' },
    ],
    [us('1 23rd Street'), us('12 3rd Street')],
    [
      { ...home, shipLine1: 'Unit 1', shipLine2: '23 High Street' },
      { ...home, shipLine1: 'Unit 12', shipLine2: '3 High Street' },
    ],
    [jp('ガーデン1'), jp('カーデン1')],
    [jp('1-2-3', 'ハイツ'), jp('1-2-3', 'バイツ')],
    [home, { ...home, shipLine1: '6 Mill Lane' }],
    [home, { ...home, shipLine2: 'Flat 3' }],
    [home, { ...home, shipCountry: 'IE' }],
    [home, { ...home, shipPostcode: 'LS1 4AQ' }],
    [de('Hauptstraße 5', 'Adorf'), de('Hauptstraße 5', 'Bdorf')],
    [cn('漕溪路1号'), cn('漕溪路2号')],
    [cn('漕溪路二十号'), cn('漕溪路十二号')],
    [
      { ...home, shipLine2: 'Flat 2' },
      { ...home, shipLine2: 'Floor 2' },
    ],
  ];

  it.each(pairs)('%j is not %j', (one, other) => {
    expect(addressWords(one)).not.toBe(addressWords(other));
  });
});

describe('numbers', () => {
  const number = fc.integer({ min: 0, max: 99_999 }).map(String);
  const word = fc.constantFrom(
    'Mill Lane',
    'Flat',
    'High Street',
    '芝公園',
    '漕溪路',
    'Straße',
    'a',
    'бета',
    'ガーデン',
    '号',
    '丁目',
  );
  const gap = fc.constantFrom(' ', ', ', '-', '/', '－', ' – ', '.', 'ー', '\u200B ', '、');
  const line = fc
    .array(fc.tuple(number, gap, fc.option(word, { nil: '' }), gap), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const address = fc.record({
    shipCountry: fc.constantFrom('US', 'GB', 'JP', 'CN', 'DE'),
    shipPostcode: fc.constant('10000'),
    shipCity: fc.constant('X'),
    shipLine1: line,
    shipLine2: line,
  });
  const numbersOf = ({ shipLine1, shipLine2 }: SentTo) => (`${shipLine1} ${shipLine2}`.match(/\d+/g) ?? []).join(' ');

  it('that differ, or come in another order, never make one address', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        if (addressWords(one) === addressWords(other)) expect(numbersOf(one)).toBe(numbersOf(other));
      }),
      { numRuns: 400 },
    );
  });

  it('are all kept, whatever stands around them', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect((addressWords(one).split('|')[3]!.match(/\d+/g) ?? []).join(' ')).toBe(numbersOf(one));
      }),
      { numRuns: 1_000 },
    );
  });

  it('moved across any border are another address', () => {
    const cut = fc
      .tuple(fc.stringMatching(/^[1-9]{2,6}$/), fc.nat(), fc.nat(), gap)
      .filter(([text, a, b]) => 1 + (a % (text.length - 1)) !== 1 + (b % (text.length - 1)));
    fc.assert(
      fc.property(cut, ([text, a, b, between]) => {
        const split = (place: number) =>
          us(
            `${text.slice(0, 1 + (place % (text.length - 1)))}${between}${text.slice(1 + (place % (text.length - 1)))} Elm`,
          );
        expect(addressWords(split(a))).not.toBe(addressWords(split(b)));
      }),
    );
  });
});
