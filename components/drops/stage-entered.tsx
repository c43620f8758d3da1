'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Grains } from '@/components/ui/grains';
import { Illustration } from '@/components/ui/illustration';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { Left } from './stage-opening';

type Props = { receipt: string; variant: string; decidesAt: string; offset: number; slug: string; locale: Locale };

/** The reader's entry is written down: their receipt, and the time until the units are given. */
export function StageEntered({ receipt, variant, decidesAt, offset, slug, locale }: Props) {
  const t = useTranslations('drops');
  const [over, setOver] = useState(false);
  return (
    <div className="grid animate-rise gap-4">
      <Illustration name="confirmation" className="mx-auto w-40" />
      <div className="grid gap-1.5" role="status">
        <h2 id="stage-title" className="text-heading">
          {t('entry.in')}
        </h2>
        <p className="text-muted">{t('entry.inBody', { variant })}</p>
      </div>
      {over ? (
        <p className="flex items-center gap-3 text-muted">
          <Grains />
          {t('entry.given')}
        </p>
      ) : (
        <Left to={decidesAt} offset={offset} words={t('entry.left')} onDone={() => setOver(true)} />
      )}
      <Receipt code={receipt} />
      <p>
        <TextLink href={inLocale(locale, paths.draw(slug))}>{t('rule.proof')}</TextLink>
      </p>
    </div>
  );
}

/** The code by which an entrant finds themself in the published list. */
export function Receipt({ code }: { code: string }) {
  const t = useTranslations('drops');
  return (
    <div className="grid gap-1 rounded-lg border border-line bg-sunken p-4">
      <p className="text-sm font-semibold">{t('entry.receipt')}</p>
      <p className="font-mono text-[0.8125rem] break-all select-all">{code}</p>
      <p className="text-sm text-muted">{t('entry.receiptHint')}</p>
    </div>
  );
}
