import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { editDrop, editWave } from '@/lib/drops/commands';
import { canRunDrops } from '@/lib/drops/policy';
import { planParts } from '@/lib/drops/queries/plan-changes';
import type { EditDrop, EditWave, WavePlan } from '@/lib/drops/schema';

import { askIfMeant, requireBuyers, type Sure } from './plan-drop';

type InLanguage = { locale?: Locale };

/** Changes a plan that was not announced, so that somebody can still buy; says in a language what others changed meanwhile. */
export async function editPlanned(
  actor: Actor,
  { sure, locale, ...input }: EditDrop & Sure & InLanguage,
  options: Options = {},
): Promise<{ version: number }> {
  return editing(actor, { plan: input, sure, locale, edit: (ctx) => editDrop(ctx, input) }, options);
}

/** Changes a further wave of a plan that was not announced, so that somebody can still buy; says in a language what others changed meanwhile. */
export async function editPlannedWave(
  actor: Actor,
  { sure, locale, ...input }: EditWave & Sure & InLanguage,
  options: Options = {},
): Promise<{ version: number }> {
  return editing(actor, { plan: input, sure, locale, edit: (ctx) => editWave(ctx, input) }, options);
}

type Editing = Sure &
  InLanguage & { plan: WavePlan & { dropId: string }; edit: (ctx: Ctx) => Promise<{ version: number }> };

async function editing(actor: Actor, { plan, sure, locale = 'en', edit }: Editing, options: Options) {
  const edited = inTransaction(
    actor,
    async (ctx) => {
      allow(canRunDrops(ctx.actor));
      askIfMeant(ctx, plan, sure);
      const saved = await edit(ctx);
      await requireBuyers(ctx, plan.dropId);
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
