import { expect, it } from 'vitest';

import { ownAddress, readThreadView } from './forum-paths';

const thread = { number: 7, slug: '狐尾-air' };
const own = (segments: string[], inner = false) => ownAddress('en', thread, readThreadView(segments)!, inner);

it('leads a thread that was asked for under another name to its own address, in its place and in its room', () => {
  const address = '/en/t/7/%E7%8B%90%E5%B0%BE-air';
  expect(own(['anything'])).toBe(address);
  expect(own([])).toBe(address);
  expect(own(['anything', 'from', '4'])).toBe(`${address}/from/4`);
  expect(own(['anything'], true)).toBe(address.replace('/t/', '/inner/t/'));
});

it('leaves it where it is under its own name, however that is composed', () => {
  expect(own(['狐尾-air'])).toBeNull();
  expect(own(['狐尾-air', 'from', '4'])).toBeNull();
  const composed = { number: 7, slug: 'cafe\u0301' };
  expect(ownAddress('en', composed, readThreadView(['caf\u00e9'])!)).toBeNull();
});

it('knows no other segments', () => {
  for (const segments of [
    ['a', 'b'],
    ['a', 'from'],
    ['a', 'from', 'x'],
    ['a', 'from', '0'],
    ['a', 'from', '1', 'b'],
  ])
    expect(readThreadView(segments)).toBeNull();
});
