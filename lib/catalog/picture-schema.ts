/** What the forms of a product's pictures send; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';
import { list, orNothing, rowNumber } from '@/lib/core/pieces';

import { pictureMost } from './choices/picture-most';

const picture = z.instanceof(File, { message: 'code:required' });

export const addPicturesInput = z
  .object({ productId: z.uuid(), pictures: list(picture, 100) })
  .check(({ value, issues }) => {
    const problem = (code: string) =>
      issues.push({ code: 'custom', message: `code:${code}`, path: ['pictures'], input: undefined });
    if (value.pictures.length === 0) problem('required');
    if (value.pictures.length > pictureMost.atOnce) problem('too-many-at-once');
    if (value.pictures.reduce((sum, { size }) => sum + size, 0) > pictureMost.bytes) problem('pictures-too-large');
  });

export type AddPictures = z.output<typeof addPicturesInput>;

const row = z.object({
  id: z.uuid(),
  alt: maybeLine(300),
  altZh: maybeLine(300),
  variantId: orNothing(z.uuid().optional()),
});

const act = z
  .string()
  .regex(/^(?:up|down|first|delete):[0-9a-f-]{36}$/)
  .transform((text) => {
    const [verb, id] = text.split(':') as ['up' | 'down' | 'first' | 'delete', string];
    return { verb, id };
  });

/** A row of the form is `picture` with an id, and its texts and variant under names that end with that id. */
export const editPicturesInput = z.preprocess(
  (form: Record<string, unknown>) => ({
    ...form,
    rows: [form.picture ?? []]
      .flat()
      .map((id) => ({ id, alt: form[`alt.${id}`], altZh: form[`altZh.${id}`], variantId: form[`variant.${id}`] })),
  }),
  z.object({ productId: z.uuid(), shown: rowNumber, rows: z.array(row).max(200), act: act.optional() }),
);

export type EditPictures = z.output<typeof editPicturesInput>;
