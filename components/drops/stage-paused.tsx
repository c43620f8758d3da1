'use client';

import { Pause } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** A sale that staff have paused. */
export function StagePaused() {
  const t = useTranslations('drops');
  return (
    <div className="grid gap-2" role="status">
      <h2 id="stage-title" className="flex items-center gap-2.5 text-heading">
        <Pause aria-hidden className="size-6 shrink-0 text-warning" />
        {t('pausedTitle')}
      </h2>
      <p className="text-muted">{t('pausedBody')}</p>
    </div>
  );
}
