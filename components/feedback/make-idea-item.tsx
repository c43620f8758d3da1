'use client';

import { useTranslations } from 'use-intl';

import { Lightbulb } from '@/components/ui/icons';
import { MenuItem } from '@/components/ui/menu';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** In a post's menu: the way to making an idea of it, for staff who may. */
export function MakeIdeaItem({ postId, locale }: { postId: string; locale: Locale }) {
  const t = useTranslations('feedback');
  const { viewer } = useViewer();
  if (!viewer?.member?.permissions.includes('feedback.makeIdeas')) return null;
  return (
    <MenuItem
      icon={<Lightbulb aria-hidden />}
      href={withQuery(inLocale(locale, paths.staff('triage', 'make')), { post: postId })}
    >
      {t('make.submit')}
    </MenuItem>
  );
}
