'use client';

import { Ticket } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { onDemand } from '@/components/ui/on-demand';
import { useForMembers } from '@/components/viewer/use-for-members';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { OwnDropPart } from '@/lib/drops/queries';

import type { StageDrop } from './stage-drop';
import type { LiveState } from './use-drop-state';

const form = onDemand(() => import('./f-code-form'));

type Props = { drop: StageDrop; live: LiveState; locale: Locale; preview: boolean };

const open = ['opening', 'open', 'sold-out'];

/** Where an F-code is used while a wave is open: one's own without typing, any other by its signs. Before, whose it is and from when it can be used. */
export function FCodePanel({ drop, live, locale, preview }: Props) {
  const t = useTranslations('drops.fCode');
  const { viewer } = useViewer();
  const { state } = live;
  const loaded = useForMembers(form, preview || !!viewer?.member);
  const pool = state.variants.flatMap(({ variantId, channels }) =>
    channels.filter(({ channel }) => channel === 'FCODE').map(({ remaining }) => ({ variantId, remaining })),
  );
  const own = preview ? [] : (viewer?.drop?.codes ?? []);
  if (own[0] && (state.phase === 'upcoming' || state.phase === 'paused'))
    return <Later code={own[0]} opensAt={state.phase === 'upcoming' ? state.opensAt : null} locale={locale} />;
  if (pool.length === 0 || !open.includes(state.phase)) return null;
  const free = drop.variants.filter(({ id }) =>
    pool.some(({ variantId, remaining }) => variantId === id && remaining > 0),
  );
  const guest = !preview && viewer !== null && !viewer.member;
  const inside = () => {
    if (guest)
      return (
        <ButtonLink block href={inLocale(locale, paths.signIn(inLocale(locale, paths.drop(state.slug))))}>
          {t('signIn')}
        </ButtonLink>
      );
    if (free.length === 0) return <p className="text-[0.9375rem] text-muted">{t('none')}</p>;
    if (!loaded) return null;
    return (
      <loaded.FCodeForm
        key={own[0]?.id}
        slug={state.slug}
        variants={free}
        own={own[0]}
        first={viewer?.drop?.reservedVariantId}
        locale={locale}
        preview={preview}
      />
    );
  };
  return (
    <details className="border-t border-line pt-4" open={own.length > 0}>
      <summary className="touch flex cursor-pointer items-center gap-2 font-semibold">
        <Ticket aria-hidden className="size-4.5 text-accent-ink" />
        {t(own.length > 0 ? 'yours' : 'title')}
      </summary>
      <div className="mt-2 grid gap-4">{inside()}</div>
    </details>
  );
}

type LaterProps = { code: OwnDropPart['codes'][number]; opensAt: string | null; locale: Locale };

// A code is its holder's from the day it was given: they see so, and from when it can be used.
function Later({ code: { tail, expiresAt }, opensAt, locale }: LaterProps) {
  const t = useTranslations('drops.fCode');
  const moment = (at: string) => <DateTime at={at} locale={locale} format="moment" />;
  const values = { tail, until: () => moment(expiresAt) };
  return (
    <Notice tone="accent" title={t('yours')}>
      <p>{opensAt ? t.rich('yoursFrom', { ...values, from: () => moment(opensAt) }) : t.rich('yoursPaused', values)}</p>
    </Notice>
  );
}
