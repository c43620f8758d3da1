import { expect, it } from 'vitest';

import { changesBetween } from './changes';

it('tells the words that came and went', () => {
  expect(changesBetween('<p>Call me at 555.</p>', '<p>Call me soon.</p>')).toEqual([
    { kind: 'same', words: 'Call me ' },
    { kind: 'removed', words: 'at 555' },
    { kind: 'added', words: 'soon' },
    { kind: 'same', words: '.' },
  ]);
});

it('tells them in Chinese, where no spaces part words', () => {
  const changes = changesBetween('<p>耳机断连怎么办</p>', '<p>音箱断连怎么办</p>');
  expect(
    changes
      ?.filter(({ kind }) => kind === 'removed')
      .map(({ words }) => words)
      .join(''),
  ).toBe('耳机');
  expect(
    changes
      ?.filter(({ kind }) => kind === 'added')
      .map(({ words }) => words)
      .join(''),
  ).toBe('音箱');
});

it('has nothing to tell where the words are the same', () => {
  expect(changesBetween('<p>a <b>b</b></p>', '<p>a b</p>')).toEqual([{ kind: 'same', words: 'a b' }]);
});
