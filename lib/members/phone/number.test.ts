import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { asPhone, callingCode, countryOf, shownPhone } from './number';

describe('a mobile number', () => {
  it.each([
    ['13812345678', 'CN', '+8613812345678', 'CN'],
    ['+86 138-1234-5678', 'US', '+8613812345678', 'CN'],
    ['０086 138 1234 5678', 'CN', '+8613812345678', 'CN'],
    ['＋８６ １３８１２３４５６７８', 'CN', '+8613812345678', 'CN'],
    ['\u200e138\u00a01234\u20115678\u202c', 'CN', '+8613812345678', 'CN'],
    ['(202) 555-0123', 'US', '+12025550123', 'US'],
    ['+1 876 555 1234', 'US', '+18765551234', 'JM'],
    ['+7 701 123 4567', 'RU', '+77011234567', 'KZ'],
    ['0151 23456789', 'DE', '+4915123456789', 'DE'],
  ])('%s in %s is %s of %s', (typed, country, number, of) => {
    expect(asPhone(typed, country)).toEqual({ number, country: of });
    expect(countryOf(number)).toBe(of);
    expect(asPhone(shownPhone(number), 'FR')?.number).toBe(number);
  });

  it.each([
    ['+86 10 6552 9988', 'a landline'],
    ['+1 900 555 1234', 'a service that costs'],
    ['+882 16 1234567', 'a network without a country'],
    ['110', 'the police'],
    ['13812345678 x12', 'an extension'],
    ['call 13812345678', 'words'],
    ['+86138123456789999', 'too long'],
    ['', 'nothing'],
    ['\u0000\ud800', 'no text'],
    ['1'.repeat(5_000), 'a flood'],
  ])('%s is none: %s', (typed) => {
    expect(asPhone(typed, 'CN')).toBeNull();
  });

  it('is shown as people read it', () => {
    expect(shownPhone('+8613800138000')).toBe('+86 138 0013 8000');
  });

  it('is in no country that there is not', () => {
    expect(asPhone('13812345678', 'XX')).toBeNull();
    expect([callingCode('CN'), callingCode('XX'), callingCode('constructor')]).toEqual(['+86', null, null]);
  });

  it('never throws, and is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('CN', 'US', 'GB'), (text, country) => {
        const read = asPhone(text, country);
        if (read) expect(asPhone(read.number, 'DE')).toEqual(read);
      }),
      { numRuns: 40 },
    );
  });
});
