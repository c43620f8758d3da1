'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { beginPasskey, dropPasskey, finishPasskey } from '@/lib/members/change-passkeys';
import { renamePasskey } from '@/lib/members/commands';
import { askForPasskey, confirmByPasskey } from '@/lib/members/confirm-by-passkey';
import { factorKnown } from '@/lib/members/confirm-session';
import * as schema from '@/lib/members/schema';
import { paths } from '@/lib/paths';
import { action, memberEver } from '@/lib/web/action';
import { publicBrand } from '@/lib/web/brand';
import { keptDevice } from '@/lib/web/device-cookie';
import { keepFactorDevice } from '@/lib/web/keep-factor-device';
import { redirectInPlace } from '@/lib/web/redirect';
import { safeNext } from '@/lib/web/safe-next';

export const beginPasskeyAction = action(schema.changeFactorInput, memberEver, async (actor, { oldPassword, locale }) =>
  beginPasskey(actor, { oldPassword, shop: (await publicBrand()).name[locale] }),
);

export const finishPasskeyAction = action(schema.finishPasskeyInput, memberEver, async (actor, input) => {
  const made = await finishPasskey(actor, input);
  await keepFactorDevice(actor);
  return made;
});

export const renamePasskeyAction = action(schema.renamePasskeyInput, memberEver, transact(renamePasskey));

export const removePasskeyAction = action(schema.removePasskeyInput, memberEver, (actor, input) =>
  dropPasskey(actor, input),
);

export const askPasskeyAction = action(schema.localeInput, memberEver, async (actor) =>
  askForPasskey(actor, { device: await keptDevice('factor') }),
);

export const confirmByPasskeyAction = action(
  schema.confirmByPasskeyInput,
  memberEver,
  async (actor, { answer, locale, next }) => {
    const device = await keptDevice('factor');
    await confirmByPasskey(actor, { answer, device });
    if (!factorKnown(actor, device)) await keepFactorDevice(actor);
    redirectInPlace(next ? safeNext(next, locale) : inLocale(locale, paths.staff()));
  },
);
