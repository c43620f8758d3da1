/** What staff decide in a new domain: the command, what stands of it in the audit log, the notice to the member, the form. */
import type { Names } from './names';

export const decisionFiles = (names: Names): Record<string, string> => ({
  ...command(names),
  ...followed(names),
  ...form(names),
});

const command = ({ domain, file, one, table, many }: Names): Record<string, string> => ({
  [`lib/${domain}/commands/decide-${file}.ts`]: `import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canDecide } from '../policy';
import { decide${table}Input, type Decide${table} } from '../schema';

/** Decides about one and tells its member; refused without the permission, and when it has been decided already. */
export async function decide${table}(ctx: Ctx, input: Decide${table}): Promise<void> {
  allow(canDecide(ctx.actor));
  const { ${one}Id, outcome, reason } = decide${table}Input.parse(input);
  found(await ctx.db.${one}.findUnique({ where: { id: ${one}Id }, select: { id: true } }), '${one}');
  // Of two who decide at the same time the second one writes no row, and is told so.
  const written = await ctx.db.${one}Decision.createManyAndReturn({
    data: [{ ${one}Id, outcome, reason, byId: memberId(ctx.actor)!, decidedAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (written.length === 0) throw new Refused('${file}-decided');
  await audit(ctx, { act: '${one}.decide', subject: ['${one}', ${one}Id], reason, detail: { outcome } });
  await ctx.emit('${one}.decided', { ${one}Id });
}
`,
  [`lib/${domain}/acts.ts`]: `import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const ${many}Acts = declareActs({
  '${one}.decide': ['${one}Decision', { outcome: { word: 'outcomes', of: '${many}' } }],
});
`,
});

const followed = ({ domain, file, one, table, many }: Names): Record<string, string> => ({
  [`lib/flows/${domain}/on-${file}-decided.ts`]: `import type { RecordedEvent } from '@/lib/core/events';
import { ${many}Notices } from '@/lib/${domain}/notices';
import { get${table}ForNotice } from '@/lib/${domain}/queries';
import { notifyOf } from '@/lib/notifications/notify-of';

type Decided = RecordedEvent<'${one}.decided'>;

/** Tells the member what was decided, and why. */
export const tellOf${table}Decision = notifyOf(${many}Notices['${one}.decided'], async (ctx, { payload }: Decided) => {
  const found = await get${table}ForNotice(ctx, payload);
  if (!found?.decision) return null;
  const { memberId, body, decision } = found;
  return { memberId, data: { body, outcome: decision.outcome, reason: decision.reason } };
});
`,
});

const form = ({ domain, file, one, table, many }: Names): Record<string, string> => ({
  [`components/${domain}/staff/decide-${file}-form.tsx`]: `'use client';

import { useTranslations } from 'use-intl';

import { decide${table}Action } from '@/app/actions/${domain}';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { outcomes } from '@/lib/${domain}/schema';

/** What staff decide about one, with the reason. */
export function Decide${table}Form({ ${one}Id }: { ${one}Id: string }) {
  const t = useTranslations('${many}.staff');
  return (
    <ActionForm action={decide${table}Action} hidden={{ ${one}Id }} className="gap-4!">
      <FormArea name="reason" label={t('reason')} rows={2} maxLength={500} required />
      <div className="flex flex-wrap gap-2">
        {outcomes.map((outcome) => (
          <FormSubmit key={outcome} size="sm" variant="secondary" name="outcome" value={outcome}>
            {t(\`decide.\${outcome}\`)}
          </FormSubmit>
        ))}
      </div>
    </ActionForm>
  );
}
`,
});
