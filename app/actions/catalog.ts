'use server';

import * as commands from '@/lib/catalog/commands';
import { editProductInput } from '@/lib/catalog/edit-schema';
import { addPicturesInput, editPicturesInput } from '@/lib/catalog/picture-schema';
import { transact } from '@/lib/core/context';
import { bringPictures } from '@/lib/flows/catalog/bring-pictures';
import { action, staff } from '@/lib/web/action';

export const addPicturesAction = action(addPicturesInput, staff('catalog.edit'), bringPictures);

export const editPicturesAction = action(editPicturesInput, staff('catalog.edit'), transact(commands.editPictures));

export const editProductAction = action(editProductInput, staff('catalog.edit'), transact(commands.editProduct));
