/** How many SQL statements each page costs: few, and as many for 200 rows as for 10. */
import { isValidElement, type ReactNode } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { roles, type SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { viewerOf } from '@/lib/server/viewer';
import { crowdId, makeCrowd } from '@/tests/support/crowd';
import { countStatements } from '@/tests/support/database';

const visit = vi.hoisted(() => ({ actor: null as SignedIn | null }));

vi.mock('next/cache', () => ({ cacheLife: vi.fn(), cacheTag: vi.fn(), updateTag: vi.fn() }));
vi.mock('next/server', async (original) => ({ ...(await original<object>()), connection: async () => undefined }));
vi.mock('@/lib/web/session', () => ({
  currentActor: async () => visit.actor,
  requireMember: async () => visit.actor,
  requireRole: async () => visit.actor,
}));

const listMost = 8;
const threadMost = 10;

type Data = Record<string, (...words: never[]) => Promise<unknown>>;
const dataFiles = import.meta.glob<Data>('/app/**/data.ts', { eager: true });
const data = Object.entries(dataFiles).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, read]) => typeof read === 'function')
    .map(([name, read]) => ({ name, file, read })),
);

/** What each data function of a public page is asked, once for each way to look at it. */
const asked: Record<string, unknown[][]> = {
  homePage: [[]],
  publicBoards: [[]],
  publicBoardPage: [['crowd-1'], ['crowd-1', 'IDEA']],
  publicThreadPage: [[100001], [100001, 8]],
  publicIdea: [[100001]],
  ideasPage: [[[]], [['crowd-1', 'all', 'new']], [['all', 'shipped']]],
  roadmapPage: [[], ['crowd-1']],
  releasesPage: [[]],
  releasePage: [['crowd-1']],
  profilePage: [['crowd1']],
  shelf: [[]],
  productPage: [['crowd-1']],
  dropsPage: [[]],
  dropPage: [['crowd-1'], ['crowd-2']],
  reportPage: [['crowd-1'], ['crowd-2']],
  drawPage: [['crowd-1'], ['crowd-2']],
  parts: [[]],
  addresses: [['pages'], ['products'], ['threads-20']],
};

type Page = { default: (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<ReactNode> };
const pages = import.meta.glob<Page>([
  '/app/[[]locale]/[(]account[)]/**/page.tsx',
  '/app/[[]locale]/staff/**/page.tsx',
]);

/** What pages for one person are asked; their own words stand for `kind:` ids of the crowd. */
const visits: Record<string, { params?: Record<string, string>; search?: Record<string, string> }[]> = {
  '(account)/account': [{}],
  '(account)/new': [{}, { search: { board: 'crowd-1' } }],
  '(account)/notifications': [{}],
  '(account)/orders': [{}],
  '(account)/orders/[number]': [{ params: { number: 'CROWD1' } }],
  '(account)/owned': [{}],
  '(account)/owned/answer/[prompt]': [{ params: { prompt: 'prompt' } }],
  '(account)/inner': [{}],
  '(account)/inner/boards/[slug]/[[...view]]': [{ params: { slug: 'room-1' } }],
  '(account)/inner/t/[number]/[[...view]]': [{ params: { number: '200001' } }],
  '(account)/mailbox': [{}],
  '(account)/mailbox/[id]': [{ params: { id: 'mail' } }],
  staff: [{}],
  'staff/audit': [{}, { search: { act: 'member.warn' } }],
  'staff/drops': [{}],
  'staff/drops/new': [{}],
  'staff/drops/[id]': [{ params: { id: 'drop' } }],
  'staff/drops/[id]/preview': [{ params: { id: 'drop' } }],
  'staff/drops/[id]/call-off': [{ params: { id: 'drop' } }],
  'staff/members': [{}, { search: { q: 'crowd' } }],
  'staff/members/[handle]': [{ params: { handle: 'crowd1' } }],
  'staff/orders': [{}],
  'staff/orders/[number]': [{ params: { number: 'CROWD1' } }],
  'staff/releases': [{}],
  'staff/releases/new': [{}, { search: { product: 'crowd-1' } }],
  'staff/releases/[id]': [{ params: { id: 'release' } }],
  'staff/reports': [{}],
  'staff/triage': [{}, { search: { show: 'voices' } }],
  'staff/triage/[id]': [{ params: { id: 'idea' } }],
  'staff/triage/make': [{ search: { post: 'opening' } }],
  'staff/triage/voices/[id]': [{ params: { id: 'voice' } }],
};

/** Pages that read a cookie of their own, or nothing of the database that can grow. */
const apart = [
  '(account)/checkout/[claim]',
  '(account)/welcome',
  '(account)/sign-in',
  '(account)/sign-up',
  '(account)/confirm',
  '(account)/forgot',
];

const viewed = [
  '/en',
  '/en/boards',
  '/en/boards/crowd-1',
  '/en/t/100001/x',
  '/en/inner/t/200001/x',
  '/en/ideas',
  '/en/drops/crowd-1',
  '/en/products/crowd-1',
  '/en/u/crowd1',
];

const isThread = (name: string) => /publicThreadPage|inner\/t\//.test(name);

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
    Object.assign(many, await measure());
  }, 300_000);

  it('all stand in the tables', () => {
    expect(data.map(({ name }) => name).toSorted()).toEqual(Object.keys(asked).toSorted());
    expect(Object.keys(pages).map(nameOf).toSorted()).toEqual([...Object.keys(visits), ...apart].toSorted());
  });

  it(`cost at most ${listMost} statements, a thread ${threadMost}`, () => {
    expect(Object.keys(many).length).toBeGreaterThan(50);
    expect(Object.entries(many).filter(([name, count]) => count > (isThread(name) ? threadMost : listMost))).toEqual(
      [],
    );
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

  it('read from the database at all', () => {
    const quiet = Object.entries(many)
      .filter(([, count]) => count === 0)
      .map(([name]) => name);
    expect(quiet).toEqual(['staff']);
  });
});

async function firstOfTheCrowd(): Promise<SignedIn> {
  const id = await crowdId('member');
  await db.memberRole.createMany({ data: roles.map((role) => ({ memberId: id, role, at: new Date() })) });
  return {
    kind: 'member',
    id,
    handle: 'crowd1',
    name: 'Fan 1',
    avatar: null,
    locale: 'en',
    roles: ['ADMIN'],
    trust: 4,
    confirmed: true,
    suspended: false,
  };
}

async function measure(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const count = async (name: string, work: () => Promise<unknown>) => {
    const { result, statements } = await countStatements(work);
    if (result === null) throw new Error(`${name} was not found`);
    counts[name] = statements.length;
  };
  for (const { name, read } of data)
    for (const words of asked[name] ?? [])
      await count(`${name}(${words.join(', ')})`, () => read(...(words as never[])));
  for (const path of viewed) await count(`viewer ${path}`, () => viewerOf(visit.actor!, path));
  for (const [file, load] of Object.entries(pages)) {
    const { default: page } = await load();
    for (const { params = {}, search = {} } of visits[nameOf(file)] ?? []) {
      const [given, query] = [await withIds(params), await withIds(search)];
      await count(`${nameOf(file)}${Object.values(search).join()}`, () =>
        render(page({ params: Promise.resolve({ locale: 'en', ...given }), searchParams: Promise.resolve(query) })),
      );
    }
  }
  return counts;
}

const nameOf = (file: string) => file.replace('/app/[locale]/', '').replace(/\/?page\.tsx$/, '');
const kinds = new Set(['prompt', 'mail', 'drop', 'release', 'idea', 'opening', 'voice']);

async function withIds(words: Record<string, string>): Promise<Record<string, string>> {
  const filled = Object.entries(words).map(async ([name, word]) => [
    name,
    kinds.has(word) ? await crowdId(word) : word,
  ]);
  return Object.fromEntries(await Promise.all(filled)) as Record<string, string>;
}

/** Renders what the server would of a page: its asynchronous parts, wherever they stand among the others. */
async function render(node: unknown): Promise<true> {
  const part = await node;
  if (Array.isArray(part)) for (const each of part) await render(each);
  if (!isValidElement<Record<string, unknown>>(part)) return true;
  const { type, props } = part as unknown as { type: unknown; props: Record<string, unknown> };
  for (const prop of Object.values(props)) if (typeof prop === 'object') await render(prop);
  if (typeof type === 'function') await render(made(type as (props: object) => unknown, props));
  return true;
}

// What needs a browser's state says so by throwing; it asks the database nothing.
function made(type: (props: object) => unknown, props: object): unknown {
  try {
    return type(props);
  } catch {
    return null;
  }
}
