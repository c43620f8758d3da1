/** How many SQL statements each page costs: few, and as many for 200 rows as for 10. */
import type { ReactNode } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { currentBrand } from '@/lib/core/current-brand';
import { currentMarket } from '@/lib/core/current-market';
import { db } from '@/lib/core/db';
import { builtInRoles } from '@/lib/core/permissions';
import { knownReasons } from '@/lib/moderation/queries';
import { permissionsOf } from '@/lib/permissions';
import { viewerOf } from '@/lib/server/viewer';
import { staff, staffPages, type Staff } from '@/tests/e2e/support/page-tables';
import { asRoles } from '@/tests/support/as-roles';
import { crowdId, makeCrowd } from '@/tests/support/crowd';
import { countStatements } from '@/tests/support/database';

import { render } from './render';
import { compare, complete, listOf, rowsOf } from './tables';

const visit = vi.hoisted(() => ({
  actor: null as SignedIn | null,
  /** Stops a page at its first question of who asks, which this is told. */
  door: undefined as undefined | ((permissions: readonly string[] | 'any') => never),
}));

// Read once for all pages, and kept until public data change.
vi.mock('@/lib/web/areas', async () => {
  const { siteAreas } = await import('@/lib/core/site-areas');
  const shown = Object.fromEntries(siteAreas.map((area) => [area, true]));
  return { offAreas: async () => [], shownAreas: async () => shown };
});
vi.mock('next/cache', () => ({ cacheLife: vi.fn(), cacheTag: vi.fn(), updateTag: vi.fn() }));
vi.mock('next/server', async (original) => ({ ...(await original<object>()), connection: async () => undefined }));
// Next keeps it for all pages until another version is saved.
vi.mock('@/lib/web/brand', async () => {
  const { neutralBrand } = await import('@/lib/core/brand');
  return { publicBrand: async () => ({ ...neutralBrand, version: 0 }), homeCurrency: async () => 'USD' };
});
vi.mock('@/lib/web/session', () => ({
  currentActor: async () => visit.actor,
  currentNetwork: async () => '192.0.2.0',
  requireMember: async () => visit.actor,
  requirePermission: async (permission: string) => (visit.door?.([permission]), visit.actor),
  requireAnyPermission: async (permissions: string[]) => (visit.door?.(permissions), visit.actor),
  requireStaff: async () => (visit.door?.('any'), visit.actor),
  askForFactor: async () => {},
}));

const listMost = 8;
const threadMost = 10;
// The start of the staff pages and their figures: one statement for each line of a dashboard.ts.
const staffStartMost = 23;

type Data = Record<string, (...words: never[]) => Promise<unknown>>;
const dataFiles = import.meta.glob<Data>('/app/**/data.ts', { eager: true });
const data = Object.values(dataFiles).flatMap((exported) =>
  Object.entries(exported)
    .filter(([, read]) => typeof read === 'function')
    .map(([name, read]) => ({ name, read })),
);
const asked = new Map(rowsOf('data').map(({ name, row }) => [name, row]));

type Page = { default: (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<ReactNode> };
const pageFiles = import.meta.glob<Page>([
  '/app/[[]locale]/[(]site[)]/[(]account[)]/**/page.tsx',
  '/app/[[]locale]/staff/**/page.tsx',
]);
const pages = Object.entries(pageFiles).map(([file, load]) => ({
  name: file.replace(/^\/app\/\[locale\]\/(\(site\)\/)?/, '').replace(/\/?page\.tsx$/, ''),
  load,
}));
const visits = new Map(rowsOf('pages').map(({ name, row }) => [name, typeof row === 'string' ? [] : row]));

const threads = listOf('threads');
const mostFor = (name: string) => {
  // These ask each domain once.
  if (/^staff(\/setup|\/figures\d*)?$/.test(name)) return staffStartMost;
  return threads.some((each) => name.startsWith(each)) ? threadMost : listMost;
};

describe('pages', () => {
  const few: Record<string, number> = {};
  const many: Record<string, number> = {};

  beforeAll(async () => {
    // React complains of each part that needs a browser's state.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await makeCrowd(1, 10);
    visit.actor = await firstOfTheCrowd();
    Object.assign(few, await measure());
    await makeCrowd(11, 200);
    Object.assign(many, await measure(few));
  }, 300_000);

  it('have data functions that each have a row in a domain’s access.ts', () => {
    expect(compare(namesOf(data), namesOf(rowsOf('data')))).toEqual(complete);
  });

  it('for one person each have a row in a domain’s access.ts', () => {
    expect(compare(namesOf(pages), namesOf(rowsOf('pages')))).toEqual(complete);
  });

  it(`cost at most ${listMost} statements, a thread ${threadMost}`, () => {
    expect(Object.keys(many).length).toBeGreaterThan(50);
    expect(Object.entries(many).filter(([name, count]) => count > mostFor(name))).toEqual([]);
  });

  it(`of an idea cost at most ${threadMost} together with what became of it`, () => {
    expect((many['publicThreadPage(100001, 8)'] ?? NaN) + (many['publicIdea(100001)'] ?? NaN)).toBeLessThanOrEqual(
      threadMost,
    );
  });

  it('cost as much with 200 rows as with 10', () => {
    expect(
      Object.entries(many)
        .filter(([name, count]) => count > few[name]!)
        .map(([name, count]) => `${name}: ${few[name]} → ${count}`),
    ).toEqual([]);
  });

  // The browser asks each page for who is admitted and for some who are not (authorisation.spec.ts).
  it('of staff first ask for a permission, of the roles in the table of pages, and nothing of the database before', async () => {
    const found: Record<string, string[]> = {};
    for (const page of pages.filter(({ name }) => /^staff(\/|$)/.test(name)))
      found[`/${page.name}`] = rolesWith(await firstAsked(page));
    expect(found).toEqual(mapped(staffPages, (who) => who.map((each) => staff[each as Staff]).toSorted()));
  });

  it('read from the database at all', () => {
    const quiet = Object.entries(many)
      .filter(([, count]) => count === 0)
      .map(([name]) => name);
    expect(quiet).toEqual([]);
  });
});

async function firstOfTheCrowd(): Promise<SignedIn> {
  const id = await crowdId('member');
  await db.grant.createMany({ data: builtInRoles.map((roleKey) => ({ memberId: id, roleKey, at: new Date() })) });
  return {
    kind: 'member',
    id,
    handle: 'crowd1',
    name: 'Fan 1',
    avatar: null,
    locale: 'en',
    ...asRoles('ADMIN'),
    trust: 4,
    confirmed: true,
    suspended: false,
  };
}

async function measure(before: Record<string, number> = {}): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const once = async (name: string, work: () => Promise<unknown>) => {
    // Kept for four seconds: it would count for the page that happens to come then.
    await currentBrand();
    await currentMarket();
    await knownReasons();
    const { result, statements } = await countStatements(work);
    if (result === null) throw new Error(`${name} was not found`);
    return statements.length;
  };
  const count = async (name: string, work: () => Promise<unknown>) => {
    counts[name] = await once(name, work);
    // What else is kept for some seconds is read anew by one of many: what a page costs it costs each time.
    if (counts[name] > (before[name] ?? Infinity)) counts[name] = Math.min(counts[name], await once(name, work));
  };
  for (const { name, read } of data)
    for (const words of asked.get(name) ?? [])
      await count(`${name}(${words.join(', ')})`, () => read(...(words as never[])));
  for (const path of listOf('viewed')) await count(`viewer ${path}`, () => viewerOf(visit.actor!, path));
  for (const { name, load } of pages) {
    const { default: page } = await load();
    for (const { params = {}, search = {} } of visits.get(name) ?? []) {
      const [given, query] = [await withIds(params), await withIds(search)];
      await count(`${name}${Object.values(search).join()}`, () =>
        render(page({ params: Promise.resolve({ locale: 'en', ...given }), searchParams: Promise.resolve(query) })),
      );
    }
  }
  return counts;
}

type Asked = readonly string[] | 'any';

/** The permissions that a page of staff asks for before all else. */
async function firstAsked({ name, load }: (typeof pages)[number]): Promise<Asked> {
  const { default: page } = await load();
  const [{ params = {}, search = {} } = {}] = visits.get(name) ?? [];
  const [given, query] = [await withIds(params), await withIds(search)];
  let asked: Asked | undefined;
  visit.door = (permissions) => {
    asked ??= permissions;
    throw new Error('stopped at the door');
  };
  const { statements } = await countStatements(() =>
    render(page({ params: Promise.resolve({ locale: 'en', ...given }), searchParams: Promise.resolve(query) })).catch(
      () => undefined,
    ),
  );
  visit.door = undefined;
  if (!asked || statements.length > 0) throw new Error(`${name} asks ${statements[0] ?? 'nobody who is there'}`);
  return asked;
}

const rolesWith = (asked: Asked) =>
  builtInRoles
    .filter((key) => asked === 'any' || permissionsOf({ key }).some((each) => asked.includes(each)))
    .toSorted();

const mapped = <A, B>(all: Record<string, A>, change: (each: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(all).map(([name, each]) => [name, change(each)]));

const namesOf = (verbs: { name: string }[]) => verbs.map(({ name }) => name);

async function withIds(words: Record<string, string | string[]>): Promise<Record<string, string | string[]>> {
  const filled = Object.entries(words).map(async ([name, word]) => [
    name,
    typeof word === 'string' && word.startsWith('crowd:') ? await crowdId(word.slice('crowd:'.length)) : word,
  ]);
  return Object.fromEntries(await Promise.all(filled)) as Record<string, string | string[]>;
}
