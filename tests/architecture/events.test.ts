import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { unfollowed } from '@/lib/core/events';
import { reactions } from '@/lib/server/reactions';

import { program } from './sources';

const declared = [...readFileSync('lib/core/events.ts', 'utf8').matchAll(/^\s+'([a-zA-Z]+\.[a-zA-Z]+)':/gm)].map(
  (found) => found[1],
);

it('gives every event an entry in the map of reactions, and no other', () => {
  expect(declared.length).toBeGreaterThan(0);
  expect(Object.keys(reactions).toSorted()).toEqual([...declared].toSorted());
});

it('queues a job for every event that something follows, and for no other', () => {
  const quiet = Object.entries(reactions)
    .filter(([, follow]) => Object.keys(follow).length === 0)
    .map(([name]) => name);
  expect([...unfollowed].toSorted()).toEqual(quiet.toSorted());
});

it('has no event that nothing ever records', () => {
  const texts = program()
    .filter(({ file }) => !/lib\/(core\/events|flows\/reactions)\.ts$/.test(file))
    .map(({ text }) => text)
    .join('\n');
  expect(declared.filter((name) => !texts.includes(`'${name}'`))).toEqual([]);
});
