'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { sendRedirects } from '@/lib/flows/redirects/send-redirects';
import { paths } from '@/lib/paths';
import * as commands from '@/lib/redirects/commands';
import * as schema from '@/lib/redirects/schema';
import { action, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

const filePage = (locale: 'en' | 'zh') => inLocale(locale, paths.staff('settings', 'redirects', 'import'));

export const saveRedirectAction = action(schema.saveRedirectInput, staff('redirects.edit'), (actor, input) =>
  transact(commands.saveRedirect)(actor, input),
);

export const deleteRedirectAction = action(schema.deleteRedirectInput, staff('redirects.edit'), (actor, input) =>
  transact(commands.deleteRedirect)(actor, input),
);

export const sendRedirectsAction = action(
  schema.sendRedirectsInput,
  staff('redirects.edit'),
  async (actor, { file, locale }) => {
    await sendRedirects(actor, { file });
    redirect(filePage(locale));
  },
);

export const takeRedirectFileAction = action(
  schema.redirectFileInput,
  staff('redirects.edit'),
  async (actor, { key, locale }) => {
    await transact(commands.takeRedirectFile)(actor, { key });
    redirect(filePage(locale));
  },
);

export const dropRedirectFileAction = action(
  schema.redirectFileInput,
  staff('redirects.edit'),
  async (actor, { key, locale }) => {
    await transact(commands.dropRedirectFile)(actor, { key });
    redirect(filePage(locale));
  },
);
