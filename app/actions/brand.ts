'use server';

import { putBackBrand, putBackStart, saveBrand, setOpening, wordStart } from '@/lib/brand/commands';
import * as schema from '@/lib/brand/schema';
import { readOldSite, takeOldPicture } from '@/lib/flows/brand/read-old-site';
import { setArea } from '@/lib/flows/brand/set-area';
import { setBrandPicture } from '@/lib/flows/brand/set-brand-picture';
import { transact } from '@/lib/core/context';
import { action, staff } from '@/lib/web/action';

export const saveBrandAction = action(schema.saveBrandInput, staff('brand.manage'), (actor, input) =>
  transact(saveBrand)(actor, input),
);

export const setBrandPictureAction = action(
  schema.brandPictureInput,
  staff('brand.manage'),
  async (actor, { picture, remove, ...input }) =>
    setBrandPicture(actor, { ...input, file: remove || !picture ? null : Buffer.from(await picture.arrayBuffer()) }),
);

export const readOldSiteAction = action(schema.oldSiteInput, staff('brand.manage'), (actor, input) =>
  readOldSite(actor, input),
);

export const takeOldPictureAction = action(schema.oldPictureInput, staff('brand.manage'), (actor, input) =>
  takeOldPicture(actor, input),
);

export const putBackBrandAction = action(schema.putBackInput, staff('brand.manage'), (actor, input) =>
  transact(putBackBrand)(actor, input),
);

export const wordStartAction = action(schema.startWordsInput, staff('brand.manage'), transact(wordStart));

export const putBackStartAction = action(schema.putBackStartInput, staff('brand.manage'), transact(putBackStart));

export const setOpeningAction = action(schema.openingInput, staff('brand.open'), (actor, input) =>
  transact(setOpening)(actor, input),
);

export const setAreaAction = action(schema.setAreaInput, staff('brand.setAreas'), (actor, input) =>
  setArea(actor, input),
);
