/** What the forms of redirects send; safe in the browser. */
import { z } from 'zod';

import { oneLine } from '@/lib/core/fields';
import { language, orNothing, rowNumber } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import { mostOfPath, mostOfTarget } from './old-path';

export const saveRedirectInput = z.object({
  redirectId: orNothing(z.uuid().optional()),
  shown: whole(0, 2_000_000_000).default(0),
  from: oneLine(3 * mostOfPath),
  to: oneLine(mostOfTarget),
});
export type SaveRedirect = z.output<typeof saveRedirectInput>;

export const deleteRedirectInput = z.object({ redirectId: z.uuid(), shown: rowNumber });
export type DeleteRedirect = z.output<typeof deleteRedirectInput>;

/** A file of redirects, as Shopify exports them. */
export const sendRedirectsInput = z.object({
  file: z
    .instanceof(Blob, { message: 'code:required' })
    .refine(({ size }) => size > 0, 'code:required')
    .refine(({ size }) => size <= 1_900_000, 'code:redirect-file-large'),
  locale: language,
});
export type SendRedirects = z.output<typeof sendRedirectsInput>;

export const redirectFileInput = z.object({ key: z.uuid(), locale: language });
export type RedirectFileKey = Pick<z.output<typeof redirectFileInput>, 'key'>;
