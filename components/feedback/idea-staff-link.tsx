'use client';

import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Leads staff who triage from an idea to its decision. */
export function IdeaStaffLink({ id, locale }: { id: string; locale: Locale }) {
  const t = useTranslations('feedback');
  const { viewer } = useViewer();
  if (!viewer?.member?.permissions.includes('feedback.triage')) return null;
  return (
    <ButtonLink size="sm" prefetch={false} href={inLocale(locale, paths.staff('triage', id))}>
      {t('panel.decide')}
    </ButtonLink>
  );
}
