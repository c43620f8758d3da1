'use client';

import { useTranslations } from 'use-intl';

import { setTrustRuleAction } from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { TrustRule } from '@/lib/members/choices/trust-rule';

const levels = [
  ['memberDays', 'memberVotes'],
  ['regularDays', 'regularPosts', 'regularVotes'],
  ['trustedDays', 'trustedPosts', 'trustedVotes'],
] as const satisfies readonly (keyof TrustRule)[][];
const counting = ['owningPosts', 'owningVotes', 'creditedVotes', 'calmDays'] as const satisfies (keyof TrustRule)[];

type Props = { rule: TrustRule; shown: number; names: string[] };

/** What each trust level takes; level 0 takes nothing and level 4 is given by the team. */
export function TrustForm({ rule, shown, names }: Props) {
  const t = useTranslations('members.trustSettings');
  return (
    <Card>
      <ActionForm
        action={setTrustRuleAction}
        hidden={{ shown: `${shown}` }}
        onDone={() => toast.success(t('saved'))}
        className="max-w-3xl gap-7"
      >
        {levels.map((fields, at) => (
          <fieldset key={fields[0]} className="grid gap-3">
            <legend className="mb-1 text-subheading font-semibold">
              {t('level', { level: at + 1, name: names[at]! })}
            </legend>
            <p className="text-[0.9375rem] text-muted">{t(at === 0 ? 'either' : 'all')}</p>
            <Numbers fields={fields} rule={rule} className="sm:grid-cols-3" />
          </fieldset>
        ))}
        <fieldset className="grid gap-3">
          <legend className="mb-1 text-subheading font-semibold">{t('counting')}</legend>
          <Numbers fields={counting} rule={rule} className="sm:grid-cols-2" />
        </fieldset>
        <div className="grid gap-3">
          <p className="max-w-prose text-[0.9375rem] text-muted">{t('keeps')}</p>
          <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
        </div>
      </ActionForm>
    </Card>
  );
}

type NumbersProps = { fields: readonly (keyof TrustRule)[]; rule: TrustRule; className: string };

function Numbers({ fields, rule, className }: NumbersProps) {
  const t = useTranslations('members.trustSettings');
  return (
    <div className={`grid grid-cols-[minmax(0,1fr)] items-end gap-4 ${className}`}>
      {fields.map((name) => (
        <FormText key={name} name={name} label={t(name)} initial={`${rule[name]}`} inputMode="numeric" required />
      ))}
    </div>
  );
}
