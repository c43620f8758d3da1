import { beforeEach, expect, it, vi } from 'vitest';

import { forgetDraft, forgetDrafts, keepDraft, recallDraft } from './draft-store';

const [fan, owner] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];

type Kept = Record<string, string>;

// A browser's storage lists its names as its own keys.
beforeEach(() => {
  const storage = Object.create({
    getItem(this: Kept, name: string) {
      return this[name] ?? null;
    },
    setItem(this: Kept, name: string, value: string) {
      this[name] = value;
    },
    removeItem(this: Kept, name: string) {
      delete this[name];
    },
  }) as Storage;
  vi.stubGlobal('localStorage', storage);
});

it('a draft comes up for the member who left it, and for nobody else', () => {
  keepDraft(fan, 'new:title', { words: 'Mine' });
  keepDraft(fan, 'edit:1', { words: 'Changed', base: 'v1' });
  expect(recallDraft(fan, 'new:title')).toEqual({ words: 'Mine' });
  expect(recallDraft(fan, 'edit:1')).toEqual({ words: 'Changed', base: 'v1' });
  expect(recallDraft(owner, 'new:title')).toBeNull();
  forgetDraft(owner, 'new:title');
  expect(recallDraft(fan, 'new:title')).not.toBeNull();
  forgetDraft(fan, 'new:title');
  expect(recallDraft(fan, 'new:title')).toBeNull();
});

it('signing out forgets one’s own and what is nobody’s', () => {
  for (const member of [fan, owner])
    for (const key of ['new:body', 'reply:4:1', 'edit:9']) keepDraft(member, key, { words: key });
  localStorage.setItem('millet-draft:new:body', 'of an older version');
  localStorage.setItem('theme', 'dark');
  forgetDrafts(fan);
  expect(['new:body', 'reply:4:1', 'edit:9'].map((key) => recallDraft(fan, key))).toEqual([null, null, null]);
  expect(['new:body', 'reply:4:1', 'edit:9'].map((key) => recallDraft(owner, key)?.words)).toEqual([
    'new:body',
    'reply:4:1',
    'edit:9',
  ]);
  expect(Object.keys(localStorage)).not.toContain('millet-draft:new:body');
  expect(localStorage.getItem('theme')).toBe('dark');
});

it('words kept without their member are shown to nobody', () => {
  localStorage.setItem('millet-draft:new:title', 'Whose?');
  expect(recallDraft(fan, 'new:title')).toBeNull();
  expect(localStorage.getItem('millet-draft:new:title')).toBeNull();
});
