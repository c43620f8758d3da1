import { expect, it } from 'vitest';

import { translator } from './i18n';

it('isolates what is written from the right, and nothing else', () => {
  const t = translator('en', 'notifications');
  const sentence = (name: string) => t('kinds.post.replied', { name, title: 'שלום!' });
  expect(sentence('Kit')).toBe('Kit replied to you in “\u2068שלום!\u2069”');
  expect(t('kinds.post.replied', { name: 'Kit', title: '小米' })).toBe('Kit replied to you in “小米”');
  expect(t('title')).toBe('Notifications');
  expect(t.has('title')).toBe(true);
});

it('does so in sentences that hold elements', () => {
  const t = translator('en', 'staff') as unknown as { rich(key: string, values: Record<string, unknown>): unknown };
  expect(t.rich('member.wasLifted', { reason: 'די' })).toContain('\u2068די\u2069');
});
