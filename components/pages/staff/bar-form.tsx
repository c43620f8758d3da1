'use client';

import { useTranslations } from 'use-intl';

import { saveBarAction } from '@/app/actions/pages';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import type { Bar } from '@/lib/pages/choices/bar';

/** Writes the bar above every page; who saw an older version is told so. */
export function BarForm({ bar, locale }: { bar: Bar; locale: Locale }) {
  const t = useTranslations('pagesStaff.bar');
  const moment = (at: string | null) => (at ? new Date(at) : undefined);
  return (
    <Card>
      <ActionForm
        key={bar.version}
        action={saveBarAction}
        hidden={{ shown: String(bar.version), locale }}
        onDone={() => toast.success(t('saved'))}
        className="grid max-w-3xl gap-5"
      >
        <FormText name="text" label={t('text')} hint={t('textHint')} initial={bar.text.en} maxLength={160} lang="en" />
        <FormText name="textZh" label={t('textZh')} initial={bar.text.zh} maxLength={160} lang="zh-CN" />
        <FormText
          name="link"
          label={t('link')}
          hint={t('linkHint')}
          initial={bar.link}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
        />
        <InZone>
          <div className="grid gap-5 sm:grid-cols-2">
            <MomentField
              name="from"
              label={t('from')}
              hint={t('fromHint')}
              initial={moment(bar.from)}
              required={false}
            />
            <MomentField
              name="until"
              label={t('until')}
              hint={t('untilHint')}
              initial={moment(bar.until)}
              required={false}
            />
          </div>
        </InZone>
        <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}
