import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { siteAreas } from '@/lib/core/site-areas';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeBoard } from '@/tests/support/forum-factories';

import { forgetAreas, takeAreas } from './areas';
import { viewerOf } from './viewer';

let reader: SignedIn;
let drop: string;
let board: string;
beforeAll(async () => {
  reader = await makeMember();
  drop = `drops/${(await makeDrop({})).slug}`;
  board = `boards/${(await makeBoard()).slug}`;
});
afterEach(forgetAreas);

const always = ['now', 'member', 'unread', 'cart'];
const ownOf = async (path: string) =>
  Object.keys(await viewerOf(reader, path)).filter((each) => !always.includes(each));

describe('what belongs to the reader', () => {
  it('is there on pages in either language', async () => {
    for (const locale of ['en', 'zh']) {
      expect(await ownOf(`/${locale}`)).toEqual(['ideas']);
      expect((await ownOf(`/${locale}/${drop}`)).toSorted()).toEqual(['drop', 'shipsTo']);
      expect(await ownOf(`/${locale}/${board}`)).toEqual(['board']);
      expect(await ownOf(`/${locale}/boards`)).toEqual(['innerBoards']);
    }
  });

  it.each(['/xx', '/zh-CN', '/EN', '/en%2F', '//en', '/en/en', ''])(
    'is nothing below %j, which is no language, whether areas are off or not',
    async (first) => {
      const paths = [`${first}/${drop}`, `${first}/${board}`, `${first}/boards`, `${first}/ideas`, `${first}/t/1`];
      for (const path of paths) expect([path, await ownOf(path)]).toEqual([path, []]);
      takeAreas({ off: [...siteAreas], version: 1 });
      for (const path of paths) expect([path, await ownOf(path)]).toEqual([path, []]);
    },
  );

  it.each(['', '/', '/xx', 'en', '/en/%ff', '/en/a%2Fb'])('is nothing at %j, which is no page', async (path) => {
    expect(await ownOf(path)).toEqual([]);
  });

  it('is nothing of an area that is off, however its page is spelt', async () => {
    takeAreas({ off: ['drops'], version: 1 });
    for (const path of [`/en/${drop}`, `/zh/${drop}`, `/en/%64rops/${drop.slice(6)}`, `/en/${drop}/`, `/en/${drop}?a`])
      expect([path, await ownOf(path)]).toEqual([path, []]);
    expect(await ownOf(`/en/${board}`)).toEqual(['board']);
  });
});
