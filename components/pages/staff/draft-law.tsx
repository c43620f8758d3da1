'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { draftLawPageAction } from '@/app/actions/pages';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { LawKind } from '@/lib/pages/choices/kinds';
import { draftLanguages } from '@/lib/pages/schema';
import { paths } from '@/lib/paths';

type Props = {
  kind: LawKind;
  /** In which languages the page of before is written; none where there is none yet. */
  before?: (typeof draftLanguages)[number];
  word: string;
  locale: Locale;
};

/** Has a law page drafted, and leads to it. */
export function DraftLaw({ kind, before, word, locale }: Props) {
  const t = useTranslations('pagesStaff.law');
  const router = useRouter();
  const done = ({ id }: { id: string }) => {
    toast.success(t('made'));
    router.push(inLocale(locale, paths.staff('pages', id)));
  };
  const act = before ? 'next' : 'make';
  return (
    <ActionForm
      action={draftLawPageAction}
      hidden={{ kind, languages: before }}
      onDone={done}
      className="grid-cols-1! items-center gap-2! sm:grid-cols-[auto_auto]!"
    >
      {!before && (
        <FormSelect
          name="languages"
          label={t('languagesOf', { name: word })}
          hideLabel
          options={draftLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      )}
      <FormSubmit size="sm" variant={before ? 'quiet' : 'secondary'} aria-label={t(`${act}Of`, { name: word })}>
        {t(act)}
      </FormSubmit>
    </ActionForm>
  );
}
