import { describe, expect, it } from 'vitest';

import { found } from './errors';

describe('what is asked for', () => {
  it.each([null, undefined, false])('is refused as not found when it is %s', (value) => {
    expect(() => found(value, 'idea')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it.each([0, '', true])('is returned when it is %j', (value) => {
    expect(found(value)).toBe(value);
  });
});
