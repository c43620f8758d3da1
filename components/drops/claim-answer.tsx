'use client';

import { useLocale, useTranslations } from 'use-intl';

import { useProblem } from '@/components/forms/form-context';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/web/outcome';

/** The gate's answer when it is no unit and no entry. */
export function ClaimAnswer({ problem }: { problem: Problem | null }) {
  const say = useProblem();
  const t = useTranslations('drops');
  const locale = useLocale() === 'zh-CN' ? 'zh' : 'en';
  if (!problem) return null;
  const action = problem.code === 'needs-address' && (
    <ButtonLink href={inLocale(locale, paths.profile())}>{t('toAccount')}</ButtonLink>
  );
  return (
    <Notice tone="warning" action={action}>
      {problem.code === 'unreachable' ? t('unreachable') : say(problem)}
    </Notice>
  );
}
