import { expect, it } from 'vitest';

import { reactions } from '@/lib/server/reactions';

import { program } from './sources';

const files = program();
const texts = files.filter(({ file }) => !/lib\/[a-z-]+\/events\.ts$/.test(file)).map(({ text }) => text);

/** The names in the interfaces that domains add to. */
function declared(kind: 'Events' | 'Records'): string[] {
  const blocks = files
    .filter(({ file }) => /^lib\/[a-z-]+\/events\.ts$/.test(file))
    .flatMap(({ text }) => [...text.matchAll(new RegExp(`interface ${kind} \\{\\n([\\s\\S]*?)\\n  \\}`, 'g'))]);
  return blocks.flatMap((found) => [...found[1]!.matchAll(/^ {4}'([a-zA-Z]+\.[a-zA-Z]+)':/gm)].map((name) => name[1]!));
}

const [followed, recorded] = [declared('Events'), declared('Records')];

it('declares each event once', () => {
  expect(followed.length).toBeGreaterThan(20);
  expect(recorded.length).toBeGreaterThan(3);
  expect(new Set([...followed, ...recorded]).size).toBe(followed.length + recorded.length);
});

it('has a reaction for every event that queues a job, and for no other', () => {
  expect(Object.keys(reactions).toSorted()).toEqual(followed.toSorted());
});

it('has no event that nothing ever writes', () => {
  const all = texts.join('\n');
  const sql = ['order.placed', 'order.paid'];
  expect([...followed, ...recorded].filter((name) => !all.includes(`'${name}'`) && !sql.includes(name))).toEqual([]);
});
