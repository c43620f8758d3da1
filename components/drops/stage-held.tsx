'use client';

import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Illustration } from '@/components/ui/illustration';
import { onDemand, useOnDemand } from '@/components/ui/on-demand';
import { useNow } from '@/components/ui/use-now';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { useShown } from './chosen-variant';
import type { OwnUnit } from './own-place';
import type { StageVariant } from './stage-drop';

const giving = onDemand(() => import('./give-back'));

type Props = { unit: OwnUnit; variants: StageVariant[]; offset: number; most: number; locale: Locale };

/** The reader's own unit: held with its clock, run out, or paid for. */
export function StageHeld({ unit, variants, offset, most, locale }: Props) {
  const t = useTranslations('drops');
  const now = useNow();
  const loaded = useOnDemand(giving, unit.state === 'HELD');
  useShown(unit.variantId);
  const variant = variants.find(({ id }) => id === unit.variantId)?.title ?? '';
  const over = unit.state === 'HELD' && now !== null && now + offset > Date.parse(unit.heldUntil);
  if (unit.state === 'PAID')
    return (
      <HeldNotice
        title={t('paid')}
        body={t('paidBody', { variant })}
        action={
          <ButtonLink size="lg" block href={inLocale(locale, paths.orders())}>
            {t('orders')}
          </ButtonLink>
        }
      />
    );
  if (over) return <HeldNotice title={t('heldOver')} body={t('heldOverBody')} />;
  return (
    <>
      <HeldNotice
        title={t(unit.offered ? 'waitlist.offered' : 'held')}
        body={t(unit.offered ? 'waitlist.offeredBody' : 'heldBody', { variant })}
        action={
          <ButtonLink variant="primary" size="lg" block href={inLocale(locale, paths.checkout(unit.claimId))}>
            {t('checkout')}
          </ButtonLink>
        }
      >
        <p className="flex items-baseline gap-2 text-muted">
          <Countdown
            compact
            to={unit.heldUntil}
            offset={offset}
            most={most}
            className="font-display text-heading text-ink"
          />
          {t('heldLeft')}
        </p>
      </HeldNotice>
      {loaded && <loaded.GiveBack claimId={unit.claimId} offered={unit.offered} />}
    </>
  );
}

function HeldNotice({
  title,
  body,
  action,
  children,
}: {
  title: string;
  body: string;
  action?: React.ReactNode;
  children?: React.ReactNode;
}) {
  return (
    <div className="grid animate-rise gap-4" role="status">
      <Illustration name="confirmation" className="mx-auto w-40" />
      <div className="grid gap-1.5">
        <h2 id="stage-title" className="text-heading">
          {title}
        </h2>
        <p className="text-muted">{body}</p>
      </div>
      {children}
      {action}
    </div>
  );
}
