'use client';

import { useTranslations } from 'use-intl';

import { setPhoneRuleAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { usePosted } from '@/components/forms/form-context';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { ChoiceGroup, Radio } from '@/components/ui/choice';
import { toast } from '@/components/ui/toaster';
import type { PhoneRule } from '@/lib/members/choices/phone-rule';

type Props = {
  rule: PhoneRule;
  shown: number;
  /** How many countries the shop ships to and a provider reaches. */
  market: number;
};

/** To which countries codes go, and how many a day. */
export function PhoneRuleForm({ rule, shown, market }: Props) {
  const t = useTranslations('members.phoneSettings');
  return (
    <Card as="section">
      <SectionHead title={t('rule')} />
      <ActionForm
        action={setPhoneRuleAction}
        hidden={{ shown: `${shown}` }}
        onDone={() => toast.success(t('saved'))}
        className="max-w-2xl"
      >
        <Where chosen={rule.countries !== null} market={market} />
        <FormText
          name="countries"
          label={t('countries')}
          hint={t('countriesHint')}
          initial={rule.countries?.join(', ') ?? ''}
          maxLength={2_000}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <FormText
          name="perDay"
          label={t('perDay')}
          hint={t('perDayHint')}
          initial={`${rule.perDay}`}
          inputMode="numeric"
          required
        />
        <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

function Where({ chosen, market }: { chosen: boolean; market: number }) {
  const t = useTranslations('members.phoneSettings');
  const posted = usePosted('where');
  const first = posted ?? (chosen ? 'chosen' : 'market');
  return (
    <ChoiceGroup legend={t('where')}>
      <Radio name="where" value="market" label={t('market', { count: market })} defaultChecked={first === 'market'} />
      <Radio name="where" value="chosen" label={t('chosen')} defaultChecked={first === 'chosen'} />
    </ChoiceGroup>
  );
}
