'use client';

import { useTranslations } from 'use-intl';

import { setOpeningAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Opening } from '@/lib/core/opening';

/** The line that guests read while the site is closed, and the act that opens or closes it once its consequence was read. */
export function OpeningForm({ opening }: { opening: Opening }) {
  const t = useTranslations('brand.opening');
  const [act, other] = opening.open ? (['close', 'false'] as const) : (['open', 'true'] as const);
  const shown = `${opening.version}`;
  return (
    <>
      <Card>
        <ActionForm
          key={`line ${shown}`}
          action={setOpeningAction}
          hidden={{ shown, open: `${opening.open}` }}
          onDone={() => toast.success(t('lineSaved'))}
          className="grid max-w-2xl gap-5"
        >
          <Lines opening={opening} />
          <FormSubmit variant="secondary" className="justify-self-start">
            {t('saveLine')}
          </FormSubmit>
        </ActionForm>
      </Card>
      <Card>
        {/* Another act is another fold: it does not stay open under the pointer that has just opened the site. */}
        <details key={act}>
          <summary
            className={buttonLook(opening.open ? 'secondary' : 'primary', 'md', 'w-fit cursor-pointer list-none')}
          >
            {t(`${act}Ask`)}
          </summary>
          <p className="mt-2 mb-4 max-w-prose text-muted">{t(`${act}Lead`)}</p>
          <ActionForm
            key={`${act} ${shown}`}
            action={setOpeningAction}
            hidden={{ shown, open: other, line: opening.line.en, lineZh: opening.line.zh }}
            onDone={() => toast.success(t(`${act}Done`))}
            className="grid max-w-2xl gap-5"
          >
            <FormText name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} />
            <FormSubmit variant={opening.open ? 'secondary' : 'primary'} className="justify-self-start">
              {t(act)}
            </FormSubmit>
          </ActionForm>
        </details>
      </Card>
    </>
  );
}

function Lines({ opening: { line } }: { opening: Opening }) {
  const t = useTranslations('brand');
  const label = t('opening.line');
  const hint = t('opening.lineHint');
  return (
    <>
      <FormText name="line" label={t('form.inEnglish', { label })} hint={hint} initial={line.en} maxLength={200} />
      <FormText name="lineZh" label={t('form.inChinese', { label })} initial={line.zh} maxLength={200} lang="zh-CN" />
    </>
  );
}
