'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { editDrop } from '@/app/actions/drops';
import type { PlanDraft } from '@/lib/drops/queries/plan-draft';

import { SureField } from '../sure-field';
import { UnitsFields, type UnitsVariant } from '../units-fields';
import { TermsFields, TimesAndMode, WordsFields } from './plan-fields';

type Props = {
  dropId: string;
  version: number;
  draft: PlanDraft;
  /** The name of the product, which stays. */
  product: string;
  variants: UnitsVariant[];
  locale: Locale;
  countries: readonly string[];
};

/** A plan as it stands, to be changed; who saves an older version is told who changed what, and keeps what they typed. */
export function EditDropForm({ dropId, version, draft, product, variants, locale, countries }: Props) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  const back = inLocale(locale, paths.staff('drops', dropId));
  const saved = () => {
    toast.success(t('edit.saved'));
    router.push(back);
  };
  return (
    <ActionForm
      action={editDrop}
      hidden={{ dropId, shown: String(version), locale }}
      className="max-w-3xl"
      onDone={saved}
    >
      <Card className="grid gap-5">
        <p>
          <span className="block text-sm text-muted">{t('product')}</span>
          {product}
        </p>
        <WordsFields draft={draft} />
      </Card>
      <Card className="grid gap-5">
        <TimesAndMode draft={draft} />
        <UnitsFields variants={variants} locale={locale} units={draft.units} />
      </Card>
      <TermsFields draft={draft} countries={countries} />
      <SureField />
      <div className="flex flex-wrap gap-2.5">
        <FormSubmit size="lg">{t('edit.save')}</FormSubmit>
        <ButtonLink size="lg" href={back}>
          {t('edit.leave')}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
