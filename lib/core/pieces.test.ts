import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { language, list, onOff, orNothing, pickedId, reason, rowNumber, ticked } from './pieces';
import { whole } from './whole-number';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const read = (schema: z.ZodType, given: unknown) => {
  const parsed = schema.safeParse(given);
  return parsed.success ? parsed.data : 'refused';
};
const readAll = (schema: z.ZodType, ...given: unknown[]) => given.map((each) => read(schema, each));

describe('pieces of schemas', () => {
  it('onOff reads the words of a form, and no others', () => {
    expect(readAll(onOff, true, false, 'true', 'false')).toEqual([true, false, true, false]);
    expect(new Set(readAll(onOff, 'on', '', 'TRUE', 1, 0, null, undefined))).toEqual(new Set(['refused']));
  });

  it('ticked is a box: what is not sent is off, and no word but its own turns it on', () => {
    expect(readAll(ticked, 'on', true, false, undefined)).toEqual([true, true, false, false]);
    expect(new Set(readAll(ticked, 'false', 'true', '', 1))).toEqual(new Set(['refused']));
  });

  it('pickedId says that something is to be picked', () => {
    expect(read(pickedId, id)).toBe(id);
    expect(pickedId.safeParse('').error?.issues[0]?.message).toBe('code:required');
  });

  it('rowNumber is a number that a row can have, and never another than was typed', () => {
    expect(readAll(rowNumber, 1, '7', ' １２ ', 2_000_000_000)).toEqual([1, 7, 12, 2_000_000_000]);
    const others = [0, -1, 1.5, '', ' ', '0x10', '1e3', true, null, [], '2000000001', Number.NaN];
    expect(new Set(readAll(rowNumber, ...others))).toEqual(new Set(['refused']));
  });

  it('reason is three characters at least', () => {
    expect(readAll(reason, ' 太吵了 ', 'ok', '', '   ', 'x'.repeat(501))).toEqual([
      ' 太吵了',
      ...Array.from({ length: 4 }, () => 'refused'),
    ]);
  });

  it('language is one that the interface is in', () => {
    expect(readAll(language, 'en', 'zh', 'zh-CN', 'de')).toEqual(['en', 'zh', 'refused', 'refused']);
  });

  it('list takes one, several and none, and no more than it says', () => {
    const ids = list(z.uuid(), 2);
    expect(readAll(ids, undefined, id, [id, id])).toEqual([[], [id], [id, id]]);
    expect(new Set(readAll(ids, [id, id, id], 'x', ['x'], null))).toEqual(new Set(['refused']));
  });

  it('orNothing takes an empty field for none', () => {
    expect(readAll(orNothing(whole(1, 9).optional()), '', undefined, '3')).toEqual([undefined, undefined, 3]);
    expect(readAll(orNothing(whole(0, 9).default(4)), '', '0')).toEqual([4, 0]);
    expect(read(orNothing(whole(1, 9).optional()), 'x')).toBe('refused');
  });
});
