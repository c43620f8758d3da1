import { expect, it } from 'vitest';

import { countryToShow } from './own-country';

const served = ['AT', 'CN', 'DE', 'GB', 'US'];

it.each([
  ['what they chose', served, { own: ['GB', 'US'], languages: ['de-AT'], home: 'DE', locale: 'en' }, 'GB'],
  [
    'where they last had something sent, if that is served',
    served,
    { own: [undefined, 'FR', 'US'], locale: 'en' },
    'US',
  ],
  [
    'the region of their languages',
    served,
    { own: [null], languages: ['de-AT', 'en-US'], home: 'DE', locale: 'en' },
    'AT',
  ],
  ['the next region that is served', served, { languages: ['fr-FR', 'en-GB'], home: 'DE', locale: 'en' }, 'GB'],
  [
    'the country of the shop where languages name no region',
    served,
    { languages: ['en'], home: 'DE', locale: 'en' },
    'DE',
  ],
  ['the region behind a script', served, { languages: ['zh-Hans-CN'], home: 'DE', locale: 'zh' }, 'CN'],
  ['where most read the language of the page', ['AT', 'CN'], { languages: ['fr'], home: 'FR', locale: 'zh' }, 'CN'],
  ['the first one', ['AT', 'FR'], { languages: ['no tag of one'], home: 'DE', locale: 'en' }, 'AT'],
  ['none where nothing is sent', [], { locale: 'en' }, ''],
])('a price is shown for %s', (_, countries, known, first) => {
  expect(countryToShow(countries, known)).toBe(first);
});
