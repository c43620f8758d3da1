'use client';

import { useTranslations } from 'use-intl';

import { useProblem } from '@/components/forms/form-context';
import { Notice } from '@/components/ui/notice';
import type { Problem } from '@/lib/web/outcome';

/** The gate's answer when it is no unit and no entry. */
export function ClaimAnswer({ problem }: { problem: Problem | null }) {
  const say = useProblem();
  const t = useTranslations('drops');
  if (!problem) return null;
  return <Notice tone="warning">{problem.code === 'unreachable' ? t('unreachable') : say(problem)}</Notice>;
}
