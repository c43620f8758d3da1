import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { editDrop } from '@/lib/drops/commands';
import { canRunDrops } from '@/lib/drops/policy';
import { planParts } from '@/lib/drops/queries/plan-changes';
import type { EditDrop } from '@/lib/drops/schema';

import { askIfMeant, requireBuyers, type Sure } from './plan-drop';

/** Changes a plan that was not announced, so that somebody can still buy; says in a language what others changed meanwhile. */
export async function editPlanned(
  actor: Actor,
  { sure, locale = 'en', ...input }: EditDrop & Sure & { locale?: Locale },
  options: Options = {},
): Promise<{ version: number }> {
  const edited = inTransaction(
    actor,
    async (ctx) => {
      allow(canRunDrops(ctx.actor));
      askIfMeant(ctx, input, sure);
      const saved = await editDrop(ctx, input);
      await requireBuyers(ctx, input.dropId);
      return saved;
    },
    options,
  );
  return edited.catch((error: unknown) => {
    throw error instanceof Refused && error.code === 'plan-changed' ? inWords(error, locale) : error;
  });
}

function inWords({ code, message, detail }: Refused, locale: Locale): Refused {
  const t = translator(locale, 'drops');
  const { name, what, ...values } = detail.values as { name: string; what: string; version: number };
  const parts = planParts.filter((part) => what.split(',').includes(part)).map((part) => t(`staff.parts.${part}`));
  return new Refused(code, message, {
    values: { ...values, name: name || t('staff.somebody'), what: listed(locale, parts) || '–' },
  });
}
