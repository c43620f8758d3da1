import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { LookAgain } from '@/components/ui/look-again';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import { StopBulk } from './bulk-forms';

export type BulkTally = {
  id: string;
  total: number;
  done: number;
  refused: number;
  endedAt: Date | null;
  stopped: boolean;
};

type Props = { act: BulkTally; locale: Locale; here: string; mayStop: boolean };

/** How far an act on many has come: followed by itself, or by reloading where there are no scripts. */
export function BulkProgress({ act, locale, here, mayStop }: Props) {
  const t = translator(locale, 'lists');
  const { id, total, done, refused, endedAt, stopped } = act;
  const seen = done + refused;
  const tally = t('bulk.tally', { done, refused, total });
  if (endedAt)
    return (
      <Notice tone={stopped ? 'warning' : refused > 0 ? 'info' : 'positive'} title={t('bulk.done', { count: done })}>
        {stopped ? t('bulk.stopped', { left: total - seen }) : refused === 0 && t('bulk.noneRefused')}
      </Notice>
    );
  return (
    <Card as="section" className="grid gap-4">
      <LookAgain everyMs={2_000} times={1_800} />
      <div role="status">
        <Progress label={t('bulk.progress')} value={seen} max={total} valueText={tally} showLabel />
      </div>
      <p className="js-only text-sm text-muted">{t('bulk.still')}</p>
      <noscript>
        <TextLink href={here}>{t('bulk.reload')}</TextLink>
      </noscript>
      {mayStop && <StopBulk id={id} />}
    </Card>
  );
}
