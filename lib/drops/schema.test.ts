import { describe, expect, it } from 'vitest';

import { fieldProblems } from '@/lib/core/field-problems';

import { addUnitsInput, addWaveInput, extendInput, issueFCodesInput, scheduleInput, waveInput } from './schema';

const [productId, ink, oat, copper] = ['11111111', '22222222', '33333333', '44444444'].map(
  (head) => `${head}-1111-4111-8111-111111111111`,
) as [string, string, string, string];
const times = { opensAt: '2027-01-10T10:00:00Z', closesAt: '2027-01-11T10:00:00Z' };
const plan = { productId, title: 'The first bend', ...times };

function read(
  schema:
    typeof scheduleInput | typeof addWaveInput | typeof addUnitsInput | typeof issueFCodesInput | typeof extendInput,
  form: object,
) {
  const parsed = schema.safeParse(form);
  return parsed.success ? { data: parsed.data as Record<string, unknown> } : { problems: fieldProblems(parsed.error) };
}

describe('units', () => {
  it('that are no whole number between the limits are refused at their field, and the others are kept from being planned alone', () => {
    for (const typed of ['10.5', '-3', '2000000', '0x10', '1e3', 'ten', ' 1 2 ', '1,000', '１０．５']) {
      const { problems } = read(scheduleInput, { ...plan, [`units.${ink}`]: '5', [`units.${oat}`]: typed });
      expect([typed, problems]).toEqual([
        typed,
        { [`units.${oat}`]: { code: 'whole-number', values: { least: 0, most: 1_000_000 } } },
      ]);
    }
    const { problems } = read(addWaveInput, { dropId: productId, ...times, [`units.${ink}.FCODE`]: '2.5' });
    expect(Object.keys(problems ?? {})).toEqual([`units.${ink}.FCODE`]);
  });

  it('that are empty offer nothing, and digits of any width count', () => {
    const { data } = read(scheduleInput, {
      ...plan,
      [`units.${ink}`]: '',
      [`units.${oat}`]: '０７',
      [`units.${copper}`]: '0',
      [`units.${ink}.STAFF`]: ' 3 ',
    });
    expect([data!.units, data!.setAside]).toEqual([{ [oat]: 7 }, [{ variantId: ink, channel: 'STAFF', units: 3 }]]);
  });

  it('and codes, minutes, seconds and levels are refused likewise everywhere', () => {
    const whole = (schema: Parameters<typeof read>[0], form: object, field: string) => {
      for (const typed of ['1.5', '1e1', '0x1', '-1', '99999999', ['1', '2']])
        expect([field, read(schema, { ...form, [field]: typed }).problems?.[field]?.code]).toEqual([
          field,
          'whole-number',
        ]);
      if (field !== 'fairSeconds')
        expect(read(schema, { ...form, [field]: '' }).problems?.[field]?.code).toBe('required');
    };
    whole(addUnitsInput, { dropId: productId, allotmentId: ink, reason: 'why' }, 'units');
    whole(issueFCodesInput, { dropId: productId, source: 'STAFF', expiresAt: times.closesAt }, 'count');
    for (const field of ['holdMinutes', 'offerMinutes', 'fairSeconds', 'minTrust']) whole(scheduleInput, plan, field);
  });
});

describe('countries', () => {
  const of = (regions: string) => read(scheduleInput, { ...plan, regions });
  it('are read by their codes, however they are parted and written', () => {
    expect(of('cn, DE；ｕｓ de').data!.regions).toEqual(['CN', 'DE', 'US']);
    expect(of('UK EL').data!.regions).toEqual(['GB', 'GR']);
    expect(of('').data!.regions).toEqual([]);
    expect(of('Germany').problems).toEqual({ regions: { code: 'bad-regions' } });
  });
});

describe('a moment of a form', () => {
  const at = (opensAt: string, zone: string, which?: string) =>
    read(scheduleInput, { ...plan, opensAt, zone, 'opensAt.which': which });
  it("is a local time in the form's zone, and a moment with its offset anywhere", () => {
    expect(at('2027-07-01T10:00', 'Europe/Berlin').data!.opensAt).toEqual(new Date('2027-07-01T08:00Z'));
    expect(at('2027-07-01T10:00', '').data!.opensAt).toEqual(new Date('2027-07-01T10:00Z'));
    expect(at('2027-07-01T10:00:00+09:00', 'Europe/Berlin').data!.opensAt).toEqual(new Date('2027-07-01T01:00Z'));
    expect(
      read(extendInput, { dropId: ink, waveId: oat, reason: '到', closesAt: '2027-07-01T10:00', zone: 'Asia/Shanghai' })
        .data!.closesAt,
    ).toEqual(new Date('2027-07-01T02:00Z'));
  });

  it('is moved on where the clock skips it, and is asked about where it comes twice', () => {
    expect(at('2027-03-28T02:30', 'Europe/Berlin').data!.opensAt).toEqual(new Date('2027-03-28T01:30Z'));
    expect(at('2027-10-31T02:30', 'Europe/Berlin').problems).toEqual({ opensAt: { code: 'hour-twice' } });
    expect(at('2026-10-25T02:30', 'Europe/Berlin', 'earlier').data!.opensAt).toEqual(new Date('2026-10-25T00:30Z'));
    expect(at('2026-10-25T02:30', 'Europe/Berlin', 'later').data!.opensAt).toEqual(new Date('2026-10-25T01:30Z'));
  });

  it('is refused where the zone or the date does not exist', () => {
    expect(at('2027-07-01T10:00', 'Berlin').problems).toEqual({ opensAt: { code: 'bad-zone' } });
    for (const typed of ['', '2027-02-30T10:00', 'tomorrow'])
      expect(at(typed, 'UTC').problems).toEqual({ opensAt: { code: 'bad-date' } });
  });
});

it('a wave is paused and resumed without a word, or with one of any length', () => {
  for (const reason of [undefined, '', 'go', '缺'])
    expect(waveInput.safeParse({ dropId: ink, waveId: oat, reason }).success).toBe(true);
});

describe('further waves', () => {
  const second = { 'waves.2.opensAt': '2027-03-28T02:30', 'waves.2.closesAt': '2027-03-29T10:00' };

  it('are read in the order of their numbers, by the zone of the form, with units of their own', () => {
    const { data } = read(scheduleInput, {
      ...plan,
      ...second,
      zone: 'Europe/Berlin',
      'waves.12.opensAt': '2027-05-01T10:00',
      'waves.12.closesAt': '2027-05-01T11:00',
      [`waves.12.units.${oat}`]: '9',
      [`waves.2.units.${ink}`]: '4',
      [`waves.2.units.${ink}.STAFF`]: '1',
      [`units.${ink}`]: '5',
    });
    expect(data!.units).toEqual({ [ink]: 5 });
    expect(data!.further).toEqual([
      {
        number: 2,
        // The clocks go forward in that hour.
        opensAt: new Date('2027-03-28T01:30Z'),
        closesAt: new Date('2027-03-29T08:00Z'),
        units: { [ink]: 4 },
        setAside: [{ variantId: ink, channel: 'STAFF', units: 1 }],
      },
      {
        number: 12,
        opensAt: new Date('2027-05-01T08:00Z'),
        closesAt: new Date('2027-05-01T09:00Z'),
        units: { [oat]: 9 },
        setAside: [],
      },
    ]);
  });

  it('are refused at their own fields', () => {
    const form = {
      ...plan,
      ...second,
      'waves.2.closesAt': '',
      'waves.3.opensAt': 'soon',
      [`waves.3.units.${ink}`]: '1e3',
    };
    expect(Object.entries(read(scheduleInput, form).problems!).map(([name, { code }]) => [name, code])).toEqual([
      ['waves.2.closesAt', 'bad-date'],
      ['waves.3.opensAt', 'bad-date'],
      ['waves.3.closesAt', 'bad-date'],
      [`waves.3.units.${ink}`, 'whole-number'],
    ]);
  });

  it('are as many as a form may have and no more', () => {
    const waves = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          [`waves.${at + 2}.opensAt`, times.opensAt],
          [`waves.${at + 2}.closesAt`, times.closesAt],
        ]).flat(),
      );
    expect((read(scheduleInput, { ...plan, ...waves(19) }).data!.further as unknown[]).length).toBe(19);
    expect(read(scheduleInput, { ...plan, ...waves(20) }).problems).toEqual({
      waves: { code: 'too-many-waves', values: { most: 20 } },
    });
  });
});
