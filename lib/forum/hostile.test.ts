import { beforeAll, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { hostile, inputOf } from '@/tests/fixtures/hostile/corpus';
import { dangersIn } from '@/tests/fixtures/hostile/dangers';
import { makeBoard, makeMember, type MadeBoard } from '@/tests/support/forum-factories';

import { startThread } from './commands';
import { getFeed, getThreadPage } from './queries';
import { bodyMost } from './schema';

let board: MadeBoard;
let fans: SignedIn[];

beforeAll(async () => {
  board = await makeBoard();
  fans = await Promise.all(Array.from({ length: Math.ceil(hostile.length / 9) }, () => makeMember()));
});

it.each(hostile.map((each, at) => [each.id, each, at] as const))(
  '%s is harmless once it is kept',
  async (_id, each, at) => {
    const body = inputOf(each).slice(0, bodyMost);
    const title = `Hostile \u202e ${body.slice(0, 60)} enough`;
    try {
      const { number } = await transact(startThread)(fans[at % fans.length]!, {
        board: board.slug,
        kind: 'DISCUSSION',
        title,
        body,
      });
      const page = await getThreadPage(reading(), { number });
      expect(dangersIn(page!.posts[0]!.html)).toEqual([]);
      expect(page!.title).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
      expect(page!.slug).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
    } catch (error) {
      expect(error).toBeInstanceOf(Refused);
      expect(['required', 'too-much-markup']).toContain((error as Refused).code);
    }
  },
);

it('a feed of hostile threads can still be read', async () => {
  expect((await getFeed(reading(), { slug: board.slug }))?.items.length).toBeGreaterThan(20);
});
