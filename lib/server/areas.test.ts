import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { areaSettings } from '@/lib/core/area-settings';
import { db } from '@/lib/core/db';
import { settingsTag } from '@/lib/core/shop-settings';
import { areasOff, siteAreas, type SiteArea } from '@/lib/core/site-areas';
import { areaOf } from '@/lib/domains';
import { setArea } from '@/lib/flows/brand/set-area';
import { makeMember } from '@/tests/support/factories';
import { listRoutes } from '@/tests/support/routes';

import { answerTurnedOff, followedAreas, forgetAreas, isTurnedOff, onTurnedOff, takeAreas } from './areas';
import { endpoints } from './endpoints';
import { pageGeneration } from './page-generation';
import { streamEndpoints } from './streams';

const server = createServer((request, response) => {
  if (!answerTurnedOff(request, response)) response.end(request.url);
});
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterEach(forgetAreas);
afterAll(() => void server.close());

const ask = async (path: string, init?: RequestInit) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return `${answer.status} ${await answer.text()}`;
};
const turnOff = (...off: SiteArea[]) => takeAreas({ off, version: 1 });

const filled = (path: string) => path.replace(/\[(\w+)\]/g, 'x1').replace(/:(\w+)/g, 'x1');
const declared = [
  ...new Set([...listRoutes(), ...endpoints.map(({ path }) => path), ...streamEndpoints.map(({ path }) => path)]),
].map(filled);

/** What is there whatever is off: another address needs a decision, here or in the `areas` of its domain. */
const always = [
  /^\/$/,
  /^\/en\/manifest\.webmanifest$/,
  /^\/en(\/(account|addresses|checkout|confirm|credit|demo-pay|forgot|invitation|mailbox|notifications|order|orders|owned|pages|phone|recall|recalls|repairs|reviews|search|second-factor|service|setup|sign-in|sign-up|staff|welcome)(\/.*)?)?$/,
  /^\/api\/(admin|auth|bulk|checkout|export|give-back|health|imports|internal|notifications|preview|staff|upload|viewer|webhooks)(\/.*)?$/,
  /^\/(brand-icons|demo-pay|files|passport|sitemap\.xml)(\/.*)?$/,
];

describe('an address', () => {
  it('of every page and endpoint belongs to an area, or stands among what is always there', () => {
    expect(declared.length).toBeGreaterThan(80);
    const undecided = declared.filter((path) => areaOf(path) === null && !always.some((each) => each.test(path)));
    expect(undecided).toEqual([]);
    expect(declared.filter((path) => areaOf(path) !== null && always.some((each) => each.test(path)))).toEqual([]);
    expect(new Set(declared.map(areaOf))).toEqual(new Set([...siteAreas, null]));
  });

  it.each(siteAreas)(
    'of %s is not there where that is off, nor of what stands on it, and every other is',
    async (area) => {
      turnOff(area);
      const gone = areasOff([area]);
      for (const path of declared) {
        const mine = areaOf(path);
        const isGone = mine !== null && gone.includes(mine);
        const missing = path.startsWith('/api/')
          ? '404 {"error":"not-found"}'
          : path === '/u/x1'
            ? `200 ${path}`
            : '200 /en/_';
        expect([path, await ask(path)]).toEqual([path, isGone ? missing : `200 ${path}`]);
        expect([path, await ask(path, { method: 'POST', body: 'a=b' })]).toEqual([
          path,
          isGone ? missing : `200 ${path}`,
        ]);
      }
    },
  );

  it('is there where nothing is off (control)', async () => {
    for (const path of declared) expect(await ask(path)).toBe(`200 ${path}`);
  });

  it('is not there however it is spelt, as a form that Next’s router asks for, or in either language', async () => {
    turnOff('community');
    const spelt = ['/en/boards', '/en/%62oards', '/en//boards', '/en/./boards/x', '/en/x/../boards', '/en/boards.rsc'];
    for (const path of [...spelt, '/en/boards.segments/_tree.segment.rsc', '/en/t/1?x=1', '/en/t/1/a/from/21'])
      expect([path, isTurnedOff(path)]).toEqual([path, true]);
    expect(await ask('/zh/t/12/x?_rsc=abc')).toBe('200 /zh/_?_rsc=abc');
    expect(await ask('/zh/boards?a=b', { method: 'POST', body: 'x' })).toBe('200 /zh/_?a=b');
    for (const path of ['/en', '/en/boardsx', '/en/products/boards', '/en/staff/boards', '/api/viewer?path=/en/boards'])
      expect([path, isTurnedOff(path)]).toEqual([path, false]);
  });
});

describe('a thread that answers', () => {
  let admin: SignedIn;
  beforeAll(async () => void (admin = await makeMember({ roles: ['ADMIN'] })));
  afterEach(() => void db.settingsVersion.deleteMany());

  it('hears of what is turned off by its tag, and keeps no page that was begun before', async () => {
    await followedAreas.refresh();
    const before = pageGeneration();
    let ended = 0;
    const stop = onTurnedOff(() => (ended += 1));
    await setArea(admin, { area: 'roadmap', on: false, shown: 0 });
    expect(isTurnedOff('/en/roadmap')).toBe(false);
    followedAreas.hear(['threads']);
    followedAreas.hear([settingsTag(areaSettings)]);
    await expect.poll(() => isTurnedOff('/en/roadmap')).toBe(true);
    expect(isTurnedOff('/en/ideas')).toBe(false);
    expect([ended, pageGeneration() > before]).toEqual([1, true]);
    stop();
  });

  it('never goes back to an older version that is read late', () => {
    takeAreas({ off: ['shop'], version: 2 });
    takeAreas({ off: [], version: 1 });
    expect(isTurnedOff('/zh/products/x')).toBe(true);
    takeAreas({ off: [], version: 3 });
    expect(isTurnedOff('/zh/products/x')).toBe(false);
  });
});
