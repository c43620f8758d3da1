'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button, ButtonLink } from '@/components/ui/button';
import { Illustration } from '@/components/ui/illustration';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { useShown } from './chosen-variant';
import { ClaimAnswer } from './claim-answer';
import type { StageDrop } from './stage-drop';
import type { useClaim } from './use-claim';
import type { LiveState } from './use-drop-state';
import { firstChoice, VariantChoice } from './variant-choice';

type Props = {
  drop: StageDrop;
  live: LiveState;
  claiming: ReturnType<typeof useClaim>;
  locale: Locale;
  preview: boolean;
};

/** An open drop: choose, claim, and the one answer. */
export function StageOpen({ drop, live, claiming, locale, preview }: Props) {
  const t = useTranslations('drops');
  const { viewer } = useViewer();
  const [wish, setWish] = useState<string | null>(null);
  const stock = live.state.variants;
  const chosen = wish ?? firstChoice(drop.variants, stock, viewer?.drop?.reservedVariantId);
  useShown(chosen);
  const soldOut = live.state.phase === 'sold-out';
  return (
    <>
      <div className="grid gap-1.5">
        {soldOut && <Illustration name="sold-out" className="mx-auto w-44" />}
        <h2 id="stage-title" className="text-heading">
          {t(soldOut ? 'soldOut' : 'phase.open')}
        </h2>
        <p className="text-muted">{t(soldOut ? 'soldOutBody' : 'liveNow')}</p>
        {viewer?.drop?.claim?.endedWhy === 'EXPIRED' && <p className="text-sm text-muted">{t('expired')}</p>}
        {viewer?.drop?.claim?.endedWhy === 'GIVEN_BACK' && <p className="text-sm text-muted">{t('giveBack.done')}</p>}
      </div>
      {!soldOut && <VariantChoice variants={drop.variants} stock={stock} chosen={chosen} onChoose={setWish} open />}
      <ClaimAnswer problem={claiming.problem} />
      {!soldOut && (
        <ClaimButton
          slug={live.state.slug}
          name={drop.variants.find(({ id }) => id === chosen)?.title ?? ''}
          none={!stock.some(({ variantId, remaining }) => variantId === chosen && remaining > 0)}
          locale={locale}
          pending={claiming.pending}
          onClaim={() => !preview && void claiming.claim(chosen)}
          guest={!preview && viewer !== null && !viewer.member}
        />
      )}
    </>
  );
}

type ButtonProps = {
  slug: string;
  name: string;
  none: boolean;
  locale: Locale;
  pending: boolean;
  onClaim: () => void;
  guest: boolean;
};

function ClaimButton({ slug, name, none, locale, pending, onClaim, guest }: ButtonProps) {
  const t = useTranslations('drops');
  const back = inLocale(locale, paths.drop(slug));
  return (
    <div className="js-only grid gap-2.5">
      {guest ? (
        <ButtonLink variant="primary" size="lg" block href={inLocale(locale, paths.signIn(back))}>
          {t('signIn')}
        </ButtonLink>
      ) : (
        <Button variant="primary" size="lg" block pending={pending} disabled={none} onClick={onClaim}>
          {none ? t('soldOutVariant') : t('claimVariant', { variant: name })}
        </Button>
      )}
      <p className="text-sm text-muted" aria-live="polite">
        {pending ? t('claiming') : t('oneAnswer')}
      </p>
    </div>
  );
}
