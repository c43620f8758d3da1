import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';

import { pictureMost } from '@/lib/catalog/choices/picture-most';
import { editPictures, saveProduct } from '@/lib/catalog/commands';
import { addPicturesInput, editPicturesInput } from '@/lib/catalog/picture-schema';
import { guest, system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { openStorage } from '@/lib/outside/storage/open-storage';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refused } from '@/tests/support/refusal';

import { bringPictures } from './bring-pictures';

let productId: string;
let owner: SignedIn;

beforeEach(async () => {
  await truncateAll();
  owner = await makeMember({ roles: ['PRODUCT_OWNER'] });
  productId = await product('lamp');
});

async function product(handle: string): Promise<string> {
  const variants = [{ title: 'Ink', priceMinor: 1, currency: 'USD' }];
  return (await transact(saveProduct)(system, { handle, title: 'Lamp', status: 'ACTIVE', variants })).id;
}

const picture = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Someone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer();
const fileOf = (bytes: Buffer, name = 'lamp.jpg') => new File([Uint8Array.from(bytes)], name, { type: 'image/jpeg' });
const bring = async (...colours: string[]) =>
  bringPictures(owner, {
    productId,
    pictures: await Promise.all(colours.map(async (colour) => fileOf(await picture(colour)))),
  });
const shown = () => db.productImage.findMany({ where: { productId }, orderBy: { position: 'asc' } });
const fill = (count: number) =>
  db.productImage.createMany({
    data: Array.from({ length: count }, (_, position) => ({ productId, position, path: '/x.svg', state: 'READY' })),
  });
const version = async () => (await db.product.findUniqueOrThrow({ where: { id: productId } })).picturesVersion;
const edit = transact(editPictures);

describe('pictures that are brought', () => {
  it('stand behind the others, without what the camera noted, and in the audit log', async () => {
    await bring('#c96');
    expect(await bring('#369', '#396')).toEqual({ added: 2 });
    const rows = await shown();
    expect(rows.map(({ position, state }) => [position, state])).toEqual([0, 1, 2].map((at) => [at, 'READY']));
    const kept = await openStorage().get(`${rows[0]!.fileId}.webp`);
    const bytes = Buffer.concat((await kept!.toArray()) as Buffer[]);
    expect((await sharp(await picture('#c96')).metadata()).exif).toBeDefined();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 60 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(await db.auditEntry.count({ where: { act: 'product.addPictures', subjectId: productId } })).toBe(2);
  });

  it('are for who edits products; others are refused before anything is read', async () => {
    for (const actor of [guest, await makeMember(), await makeMember({ roles: ['MODERATOR'] })]) {
      expect((await refused(bringPictures(actor, { productId, pictures: [fileOf(Buffer.from('x'))] }))).code).toBe(
        'forbidden',
      );
      expect((await refused(edit(actor, { productId, shown: 1, rows: [] }))).code).toBe('forbidden');
    }
    expect(await db.file.count()).toBe(0);
  });

  it('that cannot be read stop no other, and are named', async () => {
    const pictures = [fileOf(Buffer.from('no picture'), 'notes.jpg'), fileOf(await picture('#c96'))];
    expect(await refused(bringPictures(owner, { productId, pictures }))).toMatchObject({
      code: 'some-pictures-refused',
      detail: { values: { kept: 1, refused: 1, name: 'notes.jpg' } },
    });
    expect(await shown()).toHaveLength(1);
    expect((await refused(bringPictures(owner, { productId, pictures: pictures.slice(0, 1) }))).code).toBe(
      'not-an-image',
    );
  });

  it('at the limit at once: one is kept, the other told so, in any of five rounds', async () => {
    for (let round = 0; round < 5; round += 1) {
      await db.productImage.deleteMany();
      await fill(pictureMost.pictures - 1);
      const ends = await Promise.allSettled([bring('#c96'), bring('#369')]);
      const lost = ends.filter((end) => end.status === 'rejected');
      expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['too-many-pictures']);
      expect(await shown()).toHaveLength(pictureMost.pictures);
    }
  });

  it('below the limit at once are both kept', async () => {
    await fill(pictureMost.pictures - 2);
    await Promise.all([bring('#c96'), bring('#369')]);
    expect(await shown()).toHaveLength(pictureMost.pictures);
  });

  it('are bounded by count and bytes before they are read', () => {
    const codes = (pictures: File[]) =>
      addPicturesInput.safeParse({ productId, pictures }).error?.issues.map(({ message }) => message);
    const small = fileOf(Buffer.from('x'));
    expect(codes([])).toEqual(['code:required']);
    expect(codes(Array.from({ length: pictureMost.atOnce + 1 }, () => small))).toEqual(['code:too-many-at-once']);
    expect(codes([fileOf(Buffer.alloc(pictureMost.bytes)), small])).toEqual(['code:pictures-too-large']);
  });
});

describe('the form of the pictures', () => {
  const form = async (more: object) => editPicturesInput.parse({ productId, shown: String(await version()), ...more });

  it('saves texts and variants, moves and deletes', async () => {
    await fill(3);
    const [a, b, c] = (await shown()).map(({ id }) => id) as [string, string, string];
    const { id: variantId } = await db.variant.findFirstOrThrow({ where: { productId } });
    const texts = { [`alt.${a}`]: 'Front', [`altZh.${a}`]: '正面', [`variant.${a}`]: variantId };
    await edit(owner, await form({ picture: [a, b, c], ...texts, act: `down:${a}` }));
    expect((await shown()).map(({ id }) => id)).toEqual([b, a, c]);
    expect((await shown())[1]).toMatchObject({ alt: 'Front', altZh: '正面', variantId });
    await edit(owner, await form({ act: `first:${c}` }));
    await edit(owner, await form({ act: `up:${c}` }));
    expect((await shown()).map(({ id }) => id)).toEqual([c, b, a]);
    await edit(owner, await form({ act: `delete:${b}` }));
    expect((await shown()).map(({ id, alt }) => [id, alt])).toEqual([
      [c, ''],
      [a, 'Front'],
    ]);
    await edit(owner, await form({ picture: a }));
    expect((await shown())[1]).toMatchObject({ alt: '', variantId: null });
  });

  it('of an older version changes nothing: of two who delete at once, one is told', async () => {
    await fill(3);
    const [a, b] = (await shown()).map(({ id }) => id);
    const both = [await form({ act: `delete:${a}` }), await form({ act: `delete:${b}` })];
    const ends = await Promise.allSettled(both.map((each) => edit(owner, each)));
    const lost = ends.filter((end) => end.status === 'rejected');
    expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['pictures-changed']);
    expect(await shown()).toHaveLength(2);
  });

  it('touches neither another product’s picture nor its variant', async () => {
    await fill(1);
    const [own] = await shown();
    const other = await product('speaker');
    const { id: variantId } = await db.variant.findFirstOrThrow({ where: { productId: other } });
    const strange = await db.productImage.create({
      data: { productId: other, position: 0, state: 'READY', path: '/y.svg' },
    });
    const texts = { picture: own!.id, [`variant.${own!.id}`]: variantId };
    for (const wrong of [{ act: `delete:${strange.id}` }, { picture: strange.id }, texts])
      expect((await refused(edit(owner, await form(wrong)))).code).toBe('not-found');
    expect(await db.productImage.count()).toBe(2);
  });
});
