'use server';

import * as commands from '@/lib/catalog/commands';
import { deleteCollectionInput, saveCollectionInput } from '@/lib/catalog/collection-schema';
import { editProductInput } from '@/lib/catalog/edit-schema';
import { addPicturesInput, editPicturesInput } from '@/lib/catalog/picture-schema';
import { setPricesInput, withdrawPriceInput } from '@/lib/catalog/price-schema';
import { transact } from '@/lib/core/context';
import { chooseProductsInput } from '@/lib/catalog/schema';
import { inLocale } from '@/lib/core/paths';
import { bringPictures } from '@/lib/flows/catalog/bring-pictures';
import { chooseProducts } from '@/lib/flows/catalog/choose-products';
import { paths } from '@/lib/paths';
import { action, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

export const addPicturesAction = action(addPicturesInput, staff('catalog.edit'), bringPictures);

export const editPicturesAction = action(editPicturesInput, staff('catalog.edit'), transact(commands.editPictures));

export const editProductAction = action(editProductInput, staff('catalog.edit'), transact(commands.editProduct));

export const setPricesAction = action(setPricesInput, staff('catalog.edit'), transact(commands.setPrices));

export const withdrawPriceAction = action(withdrawPriceInput, staff('catalog.edit'), transact(commands.withdrawPrice));

export const saveCollectionAction = action(
  saveCollectionInput,
  staff('catalog.edit'),
  transact(commands.saveCollection),
);

export const deleteCollectionAction = action(
  deleteCollectionInput,
  staff('catalog.edit'),
  transact(commands.deleteCollection),
);

export const chooseProductsAction = action(chooseProductsInput, staff('catalog.edit'), async (actor, input) => {
  const id = await chooseProducts(actor, input);
  redirect(inLocale(input.locale, paths.staff('products', 'bulk', id)));
});
