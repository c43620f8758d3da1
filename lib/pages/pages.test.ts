import { beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Refused } from '@/lib/core/errors';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makePage, pageForm, textBlock, type PageFields } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';

import { gapsOf } from './choices/gaps';
import { savePage } from './commands';
import { canMovePage } from './policy';
import { getPage, listLinkedPages, listPageAddresses, previewPage } from './queries';
import { getPageToEdit, getPageWords, previewVersion } from './queries/staff-pages';
import { savePageInput } from './schema';

const save = transact(savePage);
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const make = (more: PageFields = {}) => makePage(admin, more);
const read = (slug: string) => getPage(reading(), { slug });
const titleAt = async (slug: string) => {
  const page = await read(slug);
  return page && ('movedTo' in page ? `→ ${page.movedTo}` : page.title);
};

describe('a page of one’s own', () => {
  it('is for who edits pages', async () => {
    for (const actor of [guest, await makeMember(), await makeMember({ roles: ['PRODUCT_OWNER'] })])
      expect(await refusal(save(actor, pageForm()))).toBe('forbidden');
  });

  it('is seen by nobody while it is a draft or withdrawn, and by everybody while it is published', async () => {
    const page = await make({ place: 'FOOTER' });
    const seen = async () => [
      await titleAt('about-us'),
      (await listLinkedPages(reading())).footer.length,
      (await listPageAddresses(reading())).length,
    ];
    expect(await seen()).toEqual([null, 0, 0]);
    expect((await previewPage(reading(admin), { id: page.id }))?.title).toBe('About us');
    await page.again({ state: 'PUBLISHED' });
    expect(await seen()).toEqual(['About us', 1, 1]);
    await page.again({ state: 'WITHDRAWN' }, 2);
    expect(await seen()).toEqual([null, 0, 0]);
    await page.again({ state: 'PUBLISHED' }, 3);
    expect(await seen()).toEqual(['About us', 1, 1]);
  });

  it('can be read as it was in each version, by staff', async () => {
    const page = await make({ blocks: [textBlock('First *words*')] });
    await page.again({ title: 'Later', blocks: [textBlock('Other words')] });
    const past = await previewVersion(reading(admin), { id: page.id, version: 1 });
    expect(past).toMatchObject({ title: 'About us', blocks: [textBlock('<p>First <em>words</em></p>\n')] });
    expect(await previewVersion(reading(admin), { id: page.id, version: 3 })).toBeNull();
  });

  it('can be edited from an older version, which is saved as another one', async () => {
    const page = await make({ blocks: [textBlock('First *words*')], description: 'Once' });
    await page.again({ title: 'Later', blocks: [textBlock('Other words')] });
    const words = await getPageWords(reading(admin), { id: page.id, version: 1 });
    expect(words).toMatchObject({ title: 'About us', description: 'Once', blocks: [textBlock('First *words*')] });
    expect(await getPageWords(reading(admin), { id: page.id, version: 3 })).toBeNull();
    await page.again(words as PageFields, 2);
    expect(await getPageToEdit(reading(admin), { id: page.id })).toMatchObject({ ...(words as object), version: 3 });
  });

  it('has versions that cannot be read any more, of which that is said', async () => {
    const page = await make();
    for (const data of [{ title: 'x' }, { title: 'x', titleZh: '', blocks: [{ type: 'film' }] }, 'x']) {
      await db.pageVersion.updateMany({ where: { pageId: page.id, version: 1 }, data: { data } });
      expect(await getPageWords(reading(admin), { id: page.id, version: 1 })).toBe('unreadable');
      expect(await previewVersion(reading(admin), { id: page.id, version: 1 })).toBe('unreadable');
    }
  });

  it('moves from draft to published to withdrawn and back, and never back to a draft', () => {
    const states = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
    const moves = states.flatMap((from) => states.filter((to) => canMovePage(from, to)).map((to) => `${from}>${to}`));
    expect(moves).toEqual([
      ...['DRAFT>DRAFT', 'DRAFT>PUBLISHED', 'PUBLISHED>PUBLISHED', 'PUBLISHED>WITHDRAWN'],
      ...['WITHDRAWN>PUBLISHED', 'WITHDRAWN>WITHDRAWN'],
    ]);
    expect(canMovePage(null, 'WITHDRAWN')).toBe(false);
  });

  it('holds HTML that was sanitised, and calls nobody', async () => {
    await makeMember({ handle: 'mei' });
    const blocks = [
      textBlock('<script>alert(1)</script> [x](javascript:alert(1)) **bold** @mei'),
      { type: 'columns', left: { en: 'L', zh: '' }, right: { en: 'R', zh: '右' } },
      { type: 'questions', items: [{ question: { en: '<b>Why?</b>', zh: '' }, answer: { en: '*So*', zh: '' } }] },
    ];
    await make({ state: 'PUBLISHED', blocks });
    const page = await read('about-us');
    const html = JSON.stringify(page);
    expect(html).toContain('<strong>bold</strong>');
    expect(html).toContain('<em>So</em>');
    expect(html).not.toMatch(/<script|href=|mention/);
    // The question is text: React writes it so.
    expect(html).toContain('<b>Why?</b>');
  });

  it('shows pictures that storage holds, with their size, from our storage alone', async () => {
    const sha256 = 'ab'.repeat(32);
    const picture = (path: string) => ({ type: 'picture', path, alt: { en: 'A lamp', zh: '' } });
    const missing = await save(admin, pageForm({ blocks: [picture(`/files/${sha256}.webp`)] })).catch(
      (e: Refused) => e,
    );
    expect(missing).toMatchObject({ code: 'page-picture-missing', detail: { field: 'blocks.0.path' } });
    await db.file.create({
      data: { sha256, mime: 'image/webp', bytes: 1, width: 30, height: 20, createdAt: new Date() },
    });
    const { id } = await make({ blocks: [picture(`https://elsewhere.example/${sha256}.webp`)] });
    expect((await previewPage(reading(admin), { id }))?.blocks).toEqual([
      { type: 'picture', path: `/files/${sha256}.webp`, alt: { en: 'A lamp', zh: '' }, width: 30, height: 20 },
    ]);
  });

  it('asks for a title, for what a picture shows, and for blocks within bounds', () => {
    const problems = (given: object) => savePageInput.safeParse({ locale: 'en', title: 'A', blocks: '[]', ...given });
    const paths = (given: object) => problems(given).error?.issues.map(({ path }) => path.join('.'));
    expect(paths({ title: ' ' })).toEqual(['title']);
    expect(paths({ title: '', titleZh: '关于' })).toBeUndefined();
    expect(
      paths({ blocks: JSON.stringify([{ type: 'picture', path: '/brand/a.svg', alt: { en: '', zh: '' } }]) }),
    ).toEqual(['blocks.0.alt.en']);
    expect(paths({ blocks: JSON.stringify(Array.from({ length: 41 }, () => textBlock('x'))) })).toEqual(['blocks']);
    expect(paths({ blocks: JSON.stringify([textBlock('x'.repeat(20_001))]) })).toEqual(['blocks.0.text.en']);
    expect(paths({ blocks: '[{"type":"script"}]' })).toEqual(['blocks.0.type']);
    expect(paths({ blocks: `${' '.repeat(200_000)}[]` })).toEqual(['blocks']);
  });

  it('is published with words and without gaps', async () => {
    expect(await refusal(save(admin, pageForm({ state: 'PUBLISHED', blocks: [textBlock('', '')] })))).toBe(
      'page-empty',
    );
    const gaps = {
      blocks: [textBlock('Write to [[our address]].', '请写信给 [[our address]]，[[电话]]')],
      title: 'About [[us]]',
    };
    const late = await save(admin, pageForm({ ...gaps, state: 'PUBLISHED' })).catch((e: Refused) => e);
    expect(late).toMatchObject({ code: 'page-gaps', detail: { field: 'state', values: { first: 'us', count: 3 } } });
    const { id } = await make(gaps);
    expect(gapsOf((await getPageToEdit(reading(admin), { id }))!)).toEqual(['us', 'our address', '电话']);
  });
});

describe('the address of a page', () => {
  it('is made of the title, typed, or that of another script', async () => {
    const slugs = async (more: PageFields) =>
      (await db.page.findUniqueOrThrow({ where: { id: (await make(more)).id } })).slug;
    expect([await slugs({}), await slugs({}), await slugs({ slug: ' Help & FAQ ' })]).toEqual([
      'about-us',
      'about-us-2',
      'help-faq',
    ]);
    expect(await slugs({ title: '', titleZh: '关于我们' })).toBe('关于我们');
    expect(await slugs({ title: 'Privacy' })).toBe('privacy-2');
  });

  it('is kept for what the site needs, and had by one page at a time', async () => {
    await make({ slug: 'help' });
    expect(await refusal(make({ slug: 'help' }))).toBe('page-address-taken');
    expect(await refusal(make({ slug: 'Imprint' }))).toBe('page-address-reserved');
  });

  it('leads on from where a public page was, and is free again where it never was', async () => {
    const page = await make({ state: 'PUBLISHED' });
    await page.again({ slug: 'story' });
    await page.again({ slug: 'our-story' }, 2);
    expect([await titleAt('our-story'), await titleAt('about-us'), await titleAt('story')]).toEqual([
      ...['About us', '→ our-story', '→ our-story'],
    ]);
    expect(await refusal(make({ slug: 'story' }))).toBe('page-address-taken');
    await page.again({ slug: 'story' }, 3);
    expect([await titleAt('story'), await titleAt('our-story')]).toEqual(['About us', '→ story']);
    await page.again({ slug: 'story', state: 'WITHDRAWN' }, 4);
    expect([await titleAt('story'), await titleAt('our-story')]).toEqual([null, null]);
    const draft = await make({ slug: 'jobs' });
    await draft.again({ slug: 'work' });
    expect(await refusal(make({ slug: 'jobs' }))).toBe('done');
  });
});
