'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button, ButtonLink } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { onDemand } from '@/components/ui/on-demand';
import { useForMembers } from '@/components/viewer/use-for-members';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { useShown } from './chosen-variant';
import type { StageDrop } from './stage-drop';
import type { LiveState } from './use-drop-state';
import { firstChoice, VariantChoice } from './variant-choice';

const form = onDemand(() => import('./reserve-form'));

type Props = { drop: StageDrop; live: LiveState; locale: Locale; preview: boolean };

/** Before the opening: the countdown, and the reservation. */
export function StageUpcoming({ drop, live, locale, preview }: Props) {
  const t = useTranslations('drops');
  const { state, offset } = live;
  return (
    <>
      <div className="grid gap-3">
        <h2 id="stage-title" className="text-heading">
          {t('countdown')}
        </h2>
        <Countdown to={state.opensAt} offset={offset ?? 0} />
        <p className="text-sm text-muted">
          <DateTime at={state.opensAt} locale={locale} format="moment" /> · {t('serverClock')}
        </p>
      </div>
      <hr className="border-line" />
      <Reservation drop={drop} live={live} locale={locale} preview={preview} />
    </>
  );
}

function Reservation({ drop, live, locale, preview }: Props) {
  const t = useTranslations('drops');
  const { viewer } = useViewer();
  const [wish, setWish] = useState<string | null>(null);
  const { state } = live;
  const reserved = preview ? null : (viewer?.drop?.reservedVariantId ?? null);
  const chosen = wish ?? reserved ?? firstChoice(drop.variants, state.variants, null);
  useShown(chosen);
  const nameOf = (id: string) => drop.variants.find((each) => each.id === id)?.title ?? '';
  const back = inLocale(locale, paths.drop(state.slug));
  const loaded = useForMembers(form, preview || !!viewer?.member);
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h3 className="text-subheading">{t('reserveTitle')}</h3>
        <p className="text-[0.9375rem] text-muted">{t(state.needsReservation ? 'reserveNeeded' : 'reserveBody')}</p>
        <p className="text-[0.9375rem] font-semibold">{t('reservations', { count: state.reservations })}</p>
      </div>
      {reserved && (
        <Notice tone="positive" title={t('reserved', { variant: nameOf(reserved) })}>
          {t(state.needsReservation ? 'reservedBody' : 'reservedFree')}
        </Notice>
      )}
      {!preview && (viewer?.drop?.reservation?.priority ?? 0) > 0 && (
        <Notice tone="accent" title={t('reserving.first')}>
          {t('reserving.firstBody')}
        </Notice>
      )}
      <VariantChoice variants={drop.variants} stock={state.variants} chosen={chosen} onChoose={setWish} open={false} />
      {!preview && viewer !== null && !viewer.member ? (
        <ButtonLink variant="primary" size="lg" block href={inLocale(locale, paths.signIn(back))}>
          {t('signInReserve')}
        </ButtonLink>
      ) : loaded ? (
        <loaded.ReserveForm
          drop={drop}
          chosen={chosen}
          reserved={reserved}
          country={preview ? null : viewer?.drop?.reservation?.country}
          nameOf={nameOf}
          preview={preview}
        />
      ) : (
        <Button variant="primary" size="lg" block aria-disabled className="js-only">
          {t('reserve', { variant: nameOf(chosen) })}
        </Button>
      )}
    </div>
  );
}
