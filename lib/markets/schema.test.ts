import { describe, expect, it } from 'vitest';

import { deliveryTime, marketData, promisesOf } from '@/lib/core/market';
import { demoMarket } from '@/prisma/seed/market-data';

import { typedTaxes, typedZones } from './choices/typed';
import { partsPerMillion, saveShippingInput, saveTaxesInput } from './schema';

const shipping = (zones: object[], more: object = {}) =>
  saveShippingInput.safeParse({ zones: JSON.stringify(zones), returnAddress: '', shown: '1', locale: 'en', ...more });
const zone = (more: object = {}) => ({ ...typedZones(demoMarket.zones)[0]!, ...more });
const priced = (...bands: [upTo: string, price: string][]) => ({
  rates: [{ currency: 'USD', bands: bands.map(([upTo, price]) => ({ upTo, price })) }],
});
const taxes = (rows: object[], more: object = {}) =>
  saveTaxesInput.safeParse({
    ...{ sellerName: 'Foxtail', sellerAddress: '', taxNumbers: 'VAT: DE1\nEORI：GB2', taxIncluded: 'true' },
    ...{ timeZone: 'Europe/Berlin', taxes: JSON.stringify(rows), shown: 1, locale: 'en', ...more },
  });
const rate = (more: object = {}) => ({ ...typedTaxes(demoMarket.taxes)[0]!, ...more });
const faults = (read: ReturnType<typeof shipping> | ReturnType<typeof taxes>) =>
  read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the form of shipping', () => {
  it('gives back what it was given', () => {
    expect(shipping(typedZones(demoMarket.zones)).data?.data.zones).toEqual(demoMarket.zones);
  });

  it('reads weights and prices as they are typed', () => {
    const read = shipping([zone(priced(['500', '4,9'], ['', '12.50']))]);
    expect(read.data?.data.zones[0]!.rates).toEqual({
      USD: [
        { upTo: 500, amountMinor: 490 },
        { upTo: null, amountMinor: 1250 },
      ],
    });
  });

  it.each([
    [{ name: '' }, 'zones.0.name', 'code:required'],
    [{ daysMin: '2', daysMax: '' }, 'zones.0.days', 'code:bad-days'],
    [{ daysMin: '5', daysMax: '2' }, 'zones.0.days', 'code:days-fall'],
    [priced(['', '1.234']), 'zones.0.rates.0.bands.0.price', 'code:bad-price'],
    [priced(['0.5', '1']), 'zones.0.rates.0.bands.0.upTo', 'code:bad-weight'],
  ])('says what is wrong with %j at its place', (more, path, message) => {
    expect(faults(shipping([zone(more)]))).toEqual([[path, message]]);
  });
});

describe('what a shop promises', () => {
  const promised = (more: object) => shipping([], more);

  it('is said in whole days and months, and left empty where nothing is', () => {
    expect(promised({ packing: '2', returns: '３０', warranty: '24', repair: '12' }).data?.data.promises).toEqual({
      ...{ packing: 2, returns: 30, warranty: 24, repair: 12, protection: null },
    });
    expect(promised({ packing: '', returns: '' }).data?.data.promises).toEqual({
      ...{ packing: null, returns: null, warranty: null, repair: null, protection: null },
    });
  });

  it.each([
    ['packing', '61'],
    ['packing', '1.5'],
    ['returns', '0'],
    ['returns', '366'],
    ['warranty', 'two'],
  ])('is refused at its field: %s of %s', (field, text) => {
    expect(faults(promised({ [field]: text }))).toEqual([[field, 'code:whole-number']]);
  });

  it('is nothing in a version that was saved before there were promises', () => {
    const { promises: _, ...old } = demoMarket;
    expect(marketData.parse(old).promises).toEqual({
      packing: null,
      returns: null,
      warranty: null,
      repair: 12,
      protection: null,
    });
    expect(promisesOf({})).toEqual({ packing: null, returns: null, warranty: null, repair: 12, protection: null });
    expect(promisesOf(demoMarket).returns).toBe(30);
  });

  it('makes days of arrival only where packing and sending are both said', () => {
    expect(deliveryTime({ packing: 2, returns: null, warranty: null, repair: 12, protection: null }, [3, 5])).toEqual({
      packing: 2,
      days: [3, 5],
    });
    expect(deliveryTime({ packing: null, returns: 30, warranty: 24, repair: 12, protection: null }, [3, 5])).toBeNull();
    expect(deliveryTime({ packing: 0, returns: 30, warranty: 24, repair: 12, protection: null }, null)).toBeNull();
  });
});

describe('the form of taxes', () => {
  it('gives back what it was given, tax numbers by line', () => {
    expect(taxes(typedTaxes(demoMarket.taxes)).data?.data).toMatchObject({
      taxes: demoMarket.taxes,
      seller: {
        name: 'Foxtail',
        taxNumbers: [
          { name: 'VAT', number: 'DE1' },
          { name: 'EORI', number: 'GB2' },
        ],
      },
    });
  });

  it.each([
    ['19', 190_000],
    ['14.975', 149_750],
    ['0', 0],
    ['100', 1_000_000],
    ['100.1', null],
    ['1e1', null],
    ['-5', null],
  ])('reads %s percent', (typed, ppm) => {
    expect(partsPerMillion(typed)).toBe(ppm);
  });

  it('says what is wrong at its place', () => {
    expect(faults(taxes([rate({ percent: '' })]))).toEqual([['taxes.0.percent', 'code:required']]);
    expect(faults(taxes([rate({ from: '2026-02-30' })]))).toEqual([['taxes.0.from', 'code:bad-date']]);
    expect(faults(taxes([rate(), rate()]))).toEqual([['taxes.1.country', 'code:tax-twice']]);
    expect(faults(taxes([], { taxNumbers: 'DE1' })).at(0)).toEqual(['taxNumbers', 'code:bad-tax-number']);
    expect(faults(taxes([], { timeZone: 'Berlin' }))).toEqual([['timeZone', 'code:bad-value']]);
  });
});
