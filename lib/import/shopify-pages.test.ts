import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { fetchRemotePicture } from '@/lib/flows/catalog/fetch-remote-picture';
import { findOldAddress } from '@/lib/flows/redirects/find-old-address';
import { readBlocks } from '@/lib/pages/choices/blocks';
import { deletePage, savePage } from '@/lib/pages/commands';
import { getPage } from '@/lib/pages/queries';
import { answering } from '@/tests/support/answering';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';
import { makePage, pageForm } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';
import { bring, lineOf, sheet } from '@/tests/support/shopify-run';

const columns = [
  'ID',
  'Handle',
  'Command',
  'Title',
  'Author',
  'Body HTML',
  'Published',
  'Template Suffix',
  'Metafield: description_tag [string]',
];
const pages = (...rows: Record<string, string>[]) =>
  sheet('pages.csv', columns.join(','), ...rows.map((row) => lineOf(columns, row)));
const about = {
  Handle: 'our-story',
  Title: 'Our story',
  'Body HTML': '<h2>Cups</h2><p>We <b>make</b> cups.</p>',
  Published: 'true',
};
const picture = 'https://cdn.shop.example/mill.png?v=1&w=2';
const pageOf = (handle: string) =>
  db.page.findUniqueOrThrow({ where: { source_sourceId: { source: 'shopify', sourceId: handle } } });
const textsOf = async (handle: string) =>
  readBlocks((await pageOf(handle)).blocks).map((each) => (each.type === 'text' ? each.text : null));

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

/** Staff save what they see, with another text or state. */
async function saveAsStaff(handle: string, change: object, shown?: number) {
  const page = await pageOf(handle);
  const form = pageForm({
    pageId: page.id,
    shown: shown ?? page.version,
    title: page.title,
    blocks: readBlocks(page.blocks),
    ...change,
  });
  return transact(savePage)(admin, form);
}

async function fetchAll(): Promise<void> {
  const body = await sharp({ create: { width: 30, height: 15, channels: 3, background: '#c96' } })
    .png()
    .toBuffer();
  const fetch = answering(body);
  for (const { id } of await db.remotePicture.findMany()) await fetchRemotePicture(id, { fetch });
}

describe('pages of an old shop', () => {
  it('become drafts with the words as Markdown, in the language in which they are written', async () => {
    const { done, refused, leftOut, kinds } = await bring([
      pages(
        { ...about, 'Template Suffix': 'wide', 'Metafield: description_tag [string]': 'How we began' },
        { Handle: 'guanyu', Title: '关于我们', 'Body HTML': '<p>我们做杯子。</p>' },
      ),
    ]);
    expect([kinds, refused, leftOut]).toEqual([['pages.csv pages'], [], { 'templates of pages': 1 }]);
    expect(done.others?.pages).toEqual({ all: 2, added: 2, changed: 0, kept: 0, gone: 0 });
    expect(await pageOf('our-story')).toMatchObject({
      ...{
        state: 'DRAFT',
        place: 'NOWHERE',
        slug: 'our-story',
        title: 'Our story',
        titleZh: '',
        description: 'How we began',
      },
      ...{ publishedAt: null, version: 1, kind: 'OWN' },
    });
    expect(await textsOf('our-story')).toEqual([{ en: '## Cups\n\nWe **make** cups.', zh: '' }]);
    expect(await pageOf('guanyu')).toMatchObject({ title: '', titleZh: '关于我们' });
    expect(await textsOf('guanyu')).toEqual([{ en: '', zh: '我们做杯子。' }]);
    expect(await getPage(reading(), { slug: 'our-story' })).toBeNull();
  });

  it('keep nothing dangerous, and lead to what is here now', async () => {
    const html =
      '<script>alert(1)</script><p onclick="x()"><a href="/products/cup?variant=1">a</a> <a href="https://www.shop.example/collections/all">b</a> <a href="/blogs/news/1">c</a> <a href="javascript:x()">d</a> <a href="https://other.example/products/x">e</a></p>';
    await bring([pages({ ...about, 'Body HTML': html })], { shop: 'https://shop.example' });
    const [text] = await textsOf('our-story');
    expect(text!.en).toBe(
      '[a](/products/cup) [b](/collections/all) [c](https://shop.example/blogs/news/1) d [e](https://other.example/products/x)',
    );
    expect(JSON.stringify((await pageOf('our-story')).rendered)).not.toMatch(/script|onclick|alert/);
  });

  it('show their pictures from here once these are fetched, and count as untouched all the same', async () => {
    await bring([
      pages({ ...about, 'Body HTML': `<p>Look <img src="${picture.replace('&', '&amp;')}" alt="The mill"></p>` }),
    ]);
    expect((await textsOf('our-story'))[0]!.en).toContain(picture);
    const opened = (await pageOf('our-story')).version;
    await fetchAll();
    const page = await pageOf('our-story');
    expect(JSON.stringify([page.blocks, page.rendered])).not.toContain('cdn.shop.example');
    expect((await textsOf('our-story'))[0]!.en).toMatch(/^Look !\[The mill\]\(\/files\/[0-9a-f]{64}\.webp\)$/);
    expect([page.version, page.sourceVersion]).toEqual([2, 2]);
    // A form that was opened before would bring the old address back.
    expect(await refusal(saveAsStaff('our-story', { title: 'Ours' }, opened))).toBe('page-changed');
    const { done } = await bring([
      pages({ ...about, 'Body HTML': `<p>See <img src="${picture}" alt="The mill"></p>` }),
    ]);
    expect(done.others?.pages).toMatchObject({ changed: 1, kept: 0 });
    expect((await textsOf('our-story'))[0]!.en).toMatch(/^See !\[The mill\]\(\/files\//);
  });

  it('that staff changed since keep what was changed when their pictures come', async () => {
    await bring([
      pages({ ...about, 'Body HTML': `<p>Look <img src="${picture.replace('&', '&amp;')}" alt="The mill"></p>` }),
    ]);
    const [text] = await textsOf('our-story');
    const blocks = [{ type: 'text', text: { en: `Mine. ${text!.en}`, zh: '' } }];
    await saveAsStaff('our-story', { blocks });
    await fetchAll();
    expect((await textsOf('our-story'))[0]!.en).toMatch(/^Mine\. Look !\[The mill\]\(\/files\//);
    const page = await pageOf('our-story');
    expect([page.version, page.sourceVersion]).toEqual([3, 1]);
  });

  it('are brought up to date where nobody touched them; a changed, a published and a deleted one stay so', async () => {
    const all = (words: string) =>
      pages(
        ...['a', 'b', 'c', 'd'].map((Handle) => ({ Handle, Title: `Page ${Handle}`, 'Body HTML': `<p>${words}</p>` })),
      );
    await bring([all('one')]);
    const tables = ['Page', 'PageVersion', 'ImportRecord'];
    const before = await rowsOf(...tables);
    expect((await bring([all('one')])).done.others?.pages).toMatchObject({ all: 4, added: 0, changed: 0, kept: 0 });
    expect(await rowsOf(...tables)).toEqual(before);
    await saveAsStaff('b', { title: 'Changed here' });
    await saveAsStaff('c', { state: 'PUBLISHED' });
    const { id, version } = await pageOf('d');
    await transact(deletePage)(admin, { pageId: id, shown: version });
    expect((await bring([all('two')])).done.others?.pages).toEqual({ all: 4, added: 0, changed: 1, kept: 2, gone: 1 });
    expect(await textsOf('a')).toEqual([{ en: 'two', zh: '' }]);
    expect([await textsOf('b'), await textsOf('c')]).toEqual([[{ en: 'one', zh: '' }], [{ en: 'one', zh: '' }]]);
    expect(await db.page.count()).toBe(3);
    expect((await bring([all('two')])).done.others?.pages).toMatchObject({ added: 0, changed: 0 });
  });

  it('whose address is taken get another one; what no address can be here leads on', async () => {
    await makePage(admin, { slug: 'our-story', state: 'PUBLISHED' });
    await bring([pages(about, { ...about, Handle: 'how_we-Work', Title: 'How' })]);
    expect((await pageOf('our-story')).slug).toBe('our-story-2');
    expect(await findOldAddress(reading(), { address: '/pages/our-story' })).toBe('/en/pages/our-story');
    const page = await pageOf('how_we-work');
    await saveAsStaff('how_we-work', { state: 'PUBLISHED' });
    expect(await findOldAddress(reading(), { address: '/pages/how_we-work' })).toBe(`/en/pages/${page.slug}`);
  });

  it('that are too long are parted into blocks, or refused by themselves', async () => {
    const words = `<p>${'word '.repeat(1_500)}</p>`;
    const { refused } = await bring([
      pages(
        { ...about, 'Body HTML': words.repeat(6) },
        { Handle: 'x', Title: 'X', 'Body HTML': words.repeat(40) },
        { Handle: 'y', Title: '', 'Body HTML': 'y' },
      ),
    ]);
    expect(refused.toSorted()).toEqual(['3 page-too-long', '4 title-missing']);
    const texts = await textsOf('our-story');
    expect(texts.length).toBe(3);
    expect(texts.every((text) => text!.en.length <= 20_000)).toBe(true);
  });

  it('of a rehearsal are not there', async () => {
    const { done } = await bring([pages(about)], { rehearse: true });
    expect([done.others?.pages?.added, await db.page.count(), await db.importRecord.count()]).toEqual([1, 0, 0]);
  });
});
