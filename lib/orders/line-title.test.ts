import { describe, expect, it } from 'vitest';

import { lineTitle } from './line-title';

const line = {
  title: 'Foxtail Air · Ink',
  variant: { title: 'Ink', titleZh: '墨黑', product: { title: 'Foxtail Air II', titleZh: '狐尾 Air' } },
};
const untold = {
  ...line,
  variant: { ...line.variant, titleZh: '', product: { title: 'Foxtail Air II', titleZh: '' } },
};

describe('the name of what was bought', () => {
  it('stays what it was sold under', () => expect(lineTitle('en', line)).toBe('Foxtail Air · Ink'));
  it('is the product’s own in Chinese', () => expect(lineTitle('zh', line)).toBe('狐尾 Air · 墨黑'));
  it('keeps the name it was sold under where there is none in Chinese', () =>
    expect(lineTitle('zh', untold)).toBe('Foxtail Air · Ink'));
  it('says nothing of the only variant', () => {
    expect(lineTitle('zh', { ...line, variant: { ...line.variant, title: 'Default Title', titleZh: '' } })).toBe(
      '狐尾 Air',
    );
  });
});
