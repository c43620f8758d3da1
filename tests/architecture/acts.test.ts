/** The audit log speaks the reader's language: every act and every thing acted upon has its name. */
import { describe, expect, it } from 'vitest';

import { describedActs } from '@/components/staff/act-detail';
import { messages } from '@/messages';

import { program } from './sources';

const texts = program().map(({ text }) => text);
const found = (pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word!))),
];
const named = (words: object, path: string) =>
  path.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], words);

describe.each(['en', 'zh-CN'] as const)('the audit log in %s', (language) => {
  const words = messages[language].staff;

  it('names every act', () => {
    const acts = found(/\bact: '([A-Za-z]+\.[A-Za-z]+)'/g);
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.filter((act) => typeof named(words.acts, act) !== 'string')).toEqual([]);
  });

  it('names everything that is acted upon', () => {
    const things = found(/\bsubject: \[\s*'([A-Za-z]+)'/g);
    expect(things.length).toBeGreaterThan(5);
    expect(things.filter((thing) => typeof named(words.subjects, thing) !== 'string')).toEqual([]);
  });
});

it('tells what stands beside an act, unless it is an id or the number of the thing', () => {
  const kept = texts.flatMap((text) => [...text.matchAll(/\bact: '([A-Za-z]+\.[A-Za-z]+)'.*\bdetail: \{([^}]*)\}/g)]);
  expect(kept.length).toBeGreaterThan(15);
  const said = kept.filter(([, , facts]) =>
    facts!.split(',').some((fact) => !/Id\b|\bid\b|\binto\b|^\s*number\b|^\s*$/.test(fact)),
  );
  expect(said.map(([, act]) => act).filter((act) => !describedActs.includes(act!))).toEqual([]);
});
