'use client';

import { useTranslations } from 'use-intl';

/** The panel of a drop that is over. */
export function StageEnd({ phase, reason }: { phase: string; reason: string | null }) {
  const t = useTranslations('drops');
  const cancelled = phase === 'cancelled';
  return (
    <div className="grid gap-2">
      <h2 id="stage-title" className="text-heading">{t(cancelled ? 'cancelledTitle' : 'endedTitle')}</h2>
      {cancelled && reason && <p className="border-s-2 border-accent ps-3">{reason}</p>}
      <p className="text-muted">{t(cancelled ? 'cancelledBody' : 'endedBody')}</p>
    </div>
  );
}
