'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button, ButtonLink } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
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

/** A fair opening or a draw, while entries are taken: choose, enter, and the time until the units are given. */
export function StageOpening({ drop, live, claiming, locale, preview }: Props) {
  const t = useTranslations('drops');
  const { viewer } = useViewer();
  const [wish, setWish] = useState<string | null>(null);
  const { state, offset } = live;
  const chosen = wish ?? firstChoice(drop.variants, state.variants, viewer?.drop?.reservedVariantId);
  useShown(chosen);
  const draw = state.mode === 'DRAW';
  return (
    <>
      <div className="grid gap-1.5">
        <h2 id="stage-title" className="text-heading">
          {t(draw ? 'entry.drawTitle' : 'entry.fairTitle')}
        </h2>
        <p className="text-muted">{draw ? t('entry.drawBody') : t('entry.fairBody', { seconds: state.fairSeconds })}</p>
      </div>
      {state.decidesAt && (
        <Left
          to={state.decidesAt}
          offset={offset ?? 0}
          most={draw ? undefined : state.fairSeconds}
          words={t(draw ? 'entry.drawLeft' : 'entry.fairLeft')}
        />
      )}
      <VariantChoice variants={drop.variants} stock={state.variants} chosen={chosen} onChoose={setWish} open={false} />
      <ClaimAnswer problem={claiming.problem} />
      <div className="js-only grid gap-2.5">
        {!preview && viewer !== null && !viewer.member ? (
          <ButtonLink
            variant="primary"
            size="lg"
            block
            href={inLocale(locale, paths.signIn(inLocale(locale, paths.drop(state.slug))))}
          >
            {t('entry.signIn')}
          </ButtonLink>
        ) : (
          <EnterButton
            draw={draw}
            name={drop.variants.find(({ id }) => id === chosen)?.title ?? ''}
            pending={claiming.pending}
            onEnter={() => !preview && void claiming.claim(chosen)}
          />
        )}
        <p className="text-sm text-muted" aria-live="polite">
          {t(claiming.pending ? 'entry.entering' : 'entry.once')}
        </p>
      </div>
    </>
  );
}

function EnterButton({
  draw,
  name,
  pending,
  onEnter,
}: {
  draw: boolean;
  name: string;
  pending: boolean;
  onEnter: () => void;
}) {
  const t = useTranslations('drops');
  return (
    <Button variant="primary" size="lg" block pending={pending} onClick={onEnter}>
      {draw ? t('entry.enter', { variant: name }) : t('claimVariant', { variant: name })}
    </Button>
  );
}

/** A small countdown with the words behind it. */
export function Left({
  to,
  offset,
  most,
  words,
  onDone,
}: {
  to: string;
  offset: number;
  most?: number;
  words: string;
  onDone?: () => void;
}) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-muted">
      <Countdown
        compact
        to={to}
        offset={offset}
        most={most}
        onDone={onDone}
        className="font-display text-heading text-ink"
      />
      {words}
    </p>
  );
}
