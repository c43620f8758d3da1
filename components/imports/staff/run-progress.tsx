import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { LookAgain } from '@/components/ui/look-again';
import { Progress } from '@/components/ui/progress';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { RunShown } from '@/lib/imports/queries/runs';

import { StopRun } from './run-acts';
import { progressOf } from './run-words';

type Props = { run: RunShown; here: string; locale: Locale; head?: ReactNode };

/** How far a run is: followed by itself, or by reloading where there are no scripts. */
export function RunProgress({ run, here, locale, head }: Props) {
  const t = translator(locale, 'imports');
  const { label, said } = progressOf(run, locale);
  const { done, total, stopAskedAt } = run;
  return (
    <Card as="section" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <LookAgain everyMs={2_000} times={3_600} />
      {head}
      <div role="status" className="wrap-anywhere">
        <Progress label={label} value={total > 0 ? done : 0} max={total || 1} valueText={said} showLabel />
      </div>
      {stopAskedAt && <p>{t('run.stopping')}</p>}
      <p className="js-only text-sm text-muted">{t('run.still')}</p>
      <noscript>
        <TextLink href={here}>{t('run.reload')}</TextLink>
      </noscript>
      {!stopAskedAt && <StopRun id={run.id} />}
    </Card>
  );
}
