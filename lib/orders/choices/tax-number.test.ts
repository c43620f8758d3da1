import { describe, expect, it } from 'vitest';

import { asTaxNumber, isCreditCode } from './tax-number';

// Two codes whose last sign fits, with a letter inside and at the end.
const codes = ['91350100M000100Y43', '91110000600037341L'];

describe('a tax number of China', () => {
  it('is a unified social credit code whose check digit fits, however it was typed', () => {
    expect(codes.every(isCreditCode)).toBe(true);
    expect(asTaxNumber('CN', ' 91350100 m000100y43 ')).toBe(codes[0]);
    expect(asTaxNumber('CN', '９１３５０１００－Ｍ０００１００Ｙ４３')).toBe(codes[0]);
  });

  it('with any one sign changed, or two neighbours swapped, is none', () => {
    const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const code of codes)
      for (let at = 0; at < 18; at += 1) {
        for (const sign of signs.replace(code[at]!, ''))
          expect(isCreditCode(code.slice(0, at) + sign + code.slice(at + 1))).toBe(false);
        const [a, b] = [code[at]!, code[at + 1] ?? code[at]!];
        if (a !== b && at < 17) expect(isCreditCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false);
      }
    expect(asTaxNumber('CN', '91350100M000100I43')).toBeNull();
  });

  it('may be an older one of 15, 17 or 20 signs, and no other length', () => {
    const lengths = Array.from({ length: 24 }, (_, at) => at).filter((most) => asTaxNumber('CN', '1'.repeat(most)));
    expect(lengths).toEqual([15, 17, 20]);
  });
});

describe('a VAT number of the European Union', () => {
  it('is kept with its prefix, which may be left out', () => {
    expect(asTaxNumber('DE', 'de 123.456.789')).toBe('DE123456789');
    expect(asTaxNumber('DE', '123 456 789')).toBe('DE123456789');
    expect(asTaxNumber('GR', 'GR123456789')).toBe('EL123456789');
    expect(asTaxNumber('GR', '123456789')).toBe('EL123456789');
    expect(asTaxNumber('NL', 'nl 123456789-b-01')).toBe('NL123456789B01');
    expect(asTaxNumber('IE', 'IE1A23456W')).toBe('IE1A23456W');
    expect(asTaxNumber('AT', 'ATU 12345678')).toBe('ATU12345678');
    expect(asTaxNumber('ES', 'B1234567-4')).toBe('ESB12345674');
    expect(asTaxNumber('FR', 'XX 123 456 789')).toBe('FRXX123456789');
  });

  it('may be of another member state than the parcel goes to', () => {
    expect(asTaxNumber('FR', 'DE123456789')).toBe('DE123456789');
    expect(asTaxNumber('DE', 'XI GD123')).toBe('XIGD123');
  });

  it.each([
    ['DE', '12345678'],
    ['DE', 'DE1234567890'],
    ['AT', '12345678'],
    ['BE', '2123456789'],
    ['ES', '123456789'],
    ['FR', 'OI123456789'],
    ['NL', '123456789C01'],
    ['IT', ''],
  ])('is none in %s as %s', (country, text) => expect(asTaxNumber(country, text)).toBeNull());
});

describe('a tax number of any other country', () => {
  it('is kept as it was written, in capitals', () => {
    expect(asTaxNumber('MX', ' h&e951128469')).toBe('H&E951128469');
    expect(asTaxNumber('CH', 'CHE-123.456.789 mwst')).toBe('CHE-123.456.789 MWST');
    expect(asTaxNumber('US', '12-3456789')).toBe('12-3456789');
  });

  it.each(['123', '...1', '1'.repeat(21), '12<34'])('is none as %s', (text) =>
    expect(asTaxNumber('US', text)).toBeNull(),
  );
});
