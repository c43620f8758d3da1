import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { reactions } from '@/lib/flows/reactions';

import { program } from './sources';

const declared = [...readFileSync('lib/core/events.ts', 'utf8').matchAll(/^\s+'([a-zA-Z]+\.[a-zA-Z]+)':/gm)].map((found) => found[1]);

it('gives every event an entry in the map of reactions, and no other', () => {
  expect(declared.length).toBeGreaterThan(0);
  expect(Object.keys(reactions).toSorted()).toEqual([...declared].toSorted());
});

it('has no event that nothing ever records', () => {
  const texts = program().filter(({ file }) => !/lib\/(core\/events|flows\/reactions)\.ts$/.test(file)).map(({ text }) => text).join('\n');
  expect(declared.filter((name) => !texts.includes(`'${name}'`))).toEqual([]);
});
