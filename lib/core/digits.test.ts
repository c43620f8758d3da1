import { expect, it } from 'vitest';

import { groupDigits } from './digits';

it.each(['en', 'zh-CN'])('are grouped as in %s', (tag) => {
  const format = new Intl.NumberFormat(tag);
  for (const whole of [0, 7, 10, 999, 1_000, 12_345, 999_999, 1_000_000, 123_456_789, 2 ** 53 - 1])
    for (const signed of [whole, -whole || 0]) expect(groupDigits(signed)).toBe(format.format(signed));
});
