'use client';

import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** On one's own public page, the way to change it. */
export function OwnProfileLink({ locale, handle }: { locale: Locale; handle: string }) {
  const t = useTranslations('members.profile');
  const { viewer } = useViewer();
  if (viewer?.member?.handle !== handle) return null;
  return <ButtonLink href={inLocale(locale, paths.profile())}>{t('edit')}</ButtonLink>;
}
