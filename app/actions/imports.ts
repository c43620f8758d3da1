'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { sendImportFile } from '@/lib/flows/imports/keep-part';
import * as commands from '@/lib/imports/commands';
import * as schema from '@/lib/imports/schema';
import { paths } from '@/lib/paths';
import { action, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

const importing = staff('imports.keep');
const pageOf = (locale: 'en' | 'zh', id: string) => inLocale(locale, paths.staff('imports', id));

export const sendImportFileAction = action(schema.sendImportFileInput, importing, sendImportFile);

export const dropImportFileAction = action(schema.importFileInput, importing, (actor, input) =>
  transact(commands.dropImportFile)(actor, input),
);

export const rehearseShopAction = action(schema.rehearseShopForm, importing, async (actor, { locale, ...input }) => {
  const { id } = await transact(commands.rehearseShop)(actor, input);
  redirect(pageOf(locale, id));
});

export const rehearseForumAction = action(schema.rehearseForumForm, importing, async (actor, { locale, ...input }) => {
  const { id } = await transact(commands.rehearseForum)(actor, input);
  redirect(pageOf(locale, id));
});

export const importRehearsedAction = action(schema.importRehearsedForm, importing, async (actor, { locale, id }) => {
  const run = await transact(commands.importRehearsed)(actor, { id });
  redirect(pageOf(locale, run.id));
});

export const stopImportRunAction = action(schema.importRunInput, importing, (actor, input) =>
  transact(commands.stopImportRun)(actor, input),
);

export const goOnWithRunAction = action(schema.importRunInput, importing, (actor, input) =>
  transact(commands.goOnWithRun)(actor, input),
);

export const dropRunFilesAction = action(schema.importRunInput, importing, (actor, input) =>
  transact(commands.dropRunFiles)(actor, input),
);
