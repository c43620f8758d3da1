import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

/** Says that a drop is no plan any more, which alone can be edited, and leads back to it. */
export function PlanOver({ announced, back, locale }: { announced: boolean; back: string; locale: Locale }) {
  const t = translator(locale, 'drops');
  return (
    <Notice
      tone="warning"
      title={t(announced ? 'staff.edit.announced' : 'cancelledTitle')}
      action={<ButtonLink href={back}>{t('preview.back')}</ButtonLink>}
    >
      {t('staff.edit.announcedBody')}
    </Notice>
  );
}
