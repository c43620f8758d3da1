import { expect, it } from 'vitest';

import { addressLines, addressOrder, type Sent } from './address-lines';
import { countryCodes } from './countries';
import { regionCode } from './regions';

const to = (
  shipCountry: string,
  shipLine1: string,
  shipCity: string,
  shipPostcode: string,
  shipRegion = '',
  shipLine2 = '',
): Sent => ({ shipName: 'Lin Wei', shipLine1, shipLine2, shipCity, shipRegion, shipPostcode, shipCountry });

it.each<[Sent, string]>([
  [to('US', '12 Oak St', 'Portland', '97214', 'OR', 'Apt 3'), 'Lin Wei|12 Oak St|Apt 3|Portland, OR 97214'],
  [to('CA', '10 King St W', 'Toronto', 'M5H 1A1', 'ON'), 'Lin Wei|10 King St W|Toronto ON M5H 1A1'],
  [to('AU', '1/23 George St', 'Sydney', '2000', 'NSW'), 'Lin Wei|1/23 George St|Sydney NSW 2000'],
  [to('GB', '5 Mill Lane', 'Leeds', 'LS1 4AP', '', 'Flat 2'), 'Lin Wei|5 Mill Lane|Flat 2|Leeds|LS1 4AP'],
  [to('DE', 'Hauptstraße 5', 'Köln', '50667'), 'Lin Wei|Hauptstraße 5|50667 Köln'],
  [to('FR', '8 rue de la Paix', 'Paris', '75002'), 'Lin Wei|8 rue de la Paix|75002 Paris'],
  [to('NL', 'Dam 1', 'Amsterdam', '1012 JS'), 'Lin Wei|Dam 1|1012 JS Amsterdam'],
  [to('IT', 'Via Roma 1', 'Torino', '10121', 'TO'), 'Lin Wei|Via Roma 1|10121 Torino TO'],
  [to('SG', '1 Raffles Place', 'Singapore', '048616'), 'Lin Wei|1 Raffles Place|Singapore 048616'],
  [to('HK', '8 Queen’s Road', 'Central', '', 'Hong Kong Island'), 'Lin Wei|8 Queen’s Road|Central|Hong Kong Island'],
  [
    to('JP', '芝公園1-2-3', '港区', '1050011', '東京都', '205号室'),
    '〒105-0011|東京都港区芝公園1-2-3|205号室|Lin Wei 様',
  ],
  [to('JP', '1-2-3 Shibakoen', 'Minato-ku', '105-0011', 'Tokyo'), 'Lin Wei|1-2-3 Shibakoen|Minato-ku, Tokyo 105-0011'],
  [to('CN', '漕溪路12号', '上海市徐汇区', '200030', '上海市', '3楼'), '200030|上海市徐汇区漕溪路12号3楼|Lin Wei'],
  [to('CN', '体育西路5号', '广州市', '510620', '广东省'), '510620|广东省广州市体育西路5号|Lin Wei'],
  [to('TW', '信義路五段7號', '信義區', '110', '臺北市'), '110|臺北市信義區信義路五段7號|Lin Wei'],
  [to('IE', '1 Main St', 'Dublin', 'D02 X285'), 'Lin Wei|1 Main St|Dublin|D02 X285'],
  [to('IN', '4 MG Road', 'Bengaluru', '560001', 'Karnataka'), 'Lin Wei|4 MG Road|Bengaluru Karnataka 560001'],
  [to('KR', '세종대로 110', '중구', '04524', '서울특별시'), '서울특별시 중구 세종대로 110|Lin Wei|04524'],
])('writes %j as its country does', (sent, lines) => {
  expect(
    addressLines(sent)
      .map(({ text }) => text)
      .join('|'),
  ).toBe(lines);
});

it('loses nothing that was typed, in any country', () => {
  for (const country of [
    'US',
    'CA',
    'AU',
    'GB',
    'DE',
    'FR',
    'NL',
    'IT',
    'ES',
    'SG',
    'NZ',
    'HK',
    'JP',
    'CN',
    'KR',
    'XX',
  ]) {
    for (const line of ['Street 1', '一丁目']) {
      const written = addressLines(to(country, line, 'Town', '12345', 'Region', 'Endpoint'))
        .map(({ text }) => text)
        .join('|');
      for (const part of [line, 'Town', ...(country === 'HK' ? [] : ['12345']), 'Region', 'Endpoint', 'Lin Wei'])
        expect(written).toContain(part);
    }
  }
});

it.each([
  ['CN', 'region city line1 line2 postcode name'],
  ['JP', 'postcode region city line1 line2 name'],
  ['US', 'name line1 line2 city region postcode'],
  ['GB', 'name line1 line2 city region postcode'],
  ['DE', 'name line1 line2 postcode city region'],
  ['XX', 'name line1 line2 postcode city region'],
])('asks for an address in the order in which it is written in %s', (country, order) => {
  expect(addressOrder(country).join(' ')).toBe(order);
});

it('asks for the same parts in every country, as they are printed', () => {
  for (const country of countryCodes) {
    expect(addressOrder(country).toSorted()).toEqual(addressOrder('US').toSorted());
    const printed = addressLines({ ...to(country, 'L1', 'CITY', 'CODE', 'REGION'), shipName: 'NAME' })
      .map(({ text }) => text)
      .join(' ');
    // In Latin letters mail to Asia goes from small to large, whatever its form asks first.
    const order = addressOrder(country);
    if (order[0] === 'name')
      expect([country, printed.indexOf('CODE') < printed.indexOf('CITY')]).toEqual([
        country,
        printed.includes('CODE') && order.indexOf('postcode') < order.indexOf('city'),
      ]);
  }
});

it('knows a region by its code or its name', () => {
  expect([
    regionCode('US', 'Oregon'),
    regionCode('US', 'or'),
    regionCode('CA', 'Quebec'),
    regionCode('AU', 'N.S.W.'),
  ]).toEqual(['OR', 'OR', 'QC', 'NSW']);
  expect(regionCode('US', 'Bavaria')).toBeUndefined();
  expect(regionCode('JP', '東京都')).toBe('東京都');
});
