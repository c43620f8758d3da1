'use client';

import { useTranslations } from 'use-intl';

import { Button, ButtonLink } from '@/components/ui/button';
import { onDemand } from '@/components/ui/on-demand';
import { useNow } from '@/components/ui/use-now';
import { useForMembers } from '@/components/viewer/use-for-members';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { waitlistLife } from '@/lib/drops/policy';

import type { StageDrop } from './stage-drop';
import type { LiveState } from './use-drop-state';

const forms = onDemand(() => import('./waitlist-forms'));

type Props = { drop: StageDrop; live: LiveState; locale: Locale; preview: boolean };

/** The list of those who wait for a unit to come back: one's place on it, or the way onto it for what is gone. */
export function WaitlistPanel({ drop, live, locale, preview }: Props) {
  const t = useTranslations('drops.waitlist');
  const { viewer } = useViewer();
  const { state } = live;
  const takes = useTakes(live);
  const place = preview ? null : viewer?.drop?.waiting;
  const loaded = useForMembers(forms, preview || !!viewer?.member);
  // Units set aside for others are none that this reader could claim.
  const mine = ['PUBLIC', ...(viewer?.drop?.reservedVariantId ? ['RESERVED'] : [])];
  const gone = drop.variants.filter(
    ({ id }) =>
      !state.variants.some(
        ({ variantId, channels }) =>
          variantId === id && channels.some(({ channel, remaining }) => mine.includes(channel) && remaining > 0),
      ),
  );
  if (place)
    return (
      loaded && (
        <loaded.Place
          dropId={drop.id}
          variant={drop.variants.find(({ id }) => id === place.variantId)?.title ?? ''}
          ahead={place.ahead}
          heard={live.heard}
        />
      )
    );
  if (!takes || gone.length === 0) return null;
  const guest = !preview && viewer !== null && !viewer.member;
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="grid gap-1">
        <h3 className="text-subheading">{t('title')}</h3>
        <p className="text-[0.9375rem] text-muted">{t('lead')}</p>
      </div>
      {guest && (
        <ButtonLink block href={inLocale(locale, paths.signIn(inLocale(locale, paths.drop(state.slug))))}>
          {t('signIn')}
        </ButtonLink>
      )}
      {!guest &&
        (loaded ? (
          <loaded.JoinForms dropId={drop.id} variants={gone} preview={preview} />
        ) : (
          gone.map(({ id, title }) => (
            <Button key={id} variant="secondary" block aria-disabled>
              {t('join', { variant: title })}
            </Button>
          ))
        ))}
    </div>
  );
}

// Open to join while the wave sells, and for a week after the last one.
function useTakes({ state, offset }: LiveState): boolean {
  const now = useNow();
  if (state.phase === 'open' || state.phase === 'sold-out') return true;
  return (
    state.phase === 'ended' &&
    state.wave === state.waves &&
    now !== null &&
    now + (offset ?? 0) < Date.parse(state.closesAt) + waitlistLife
  );
}
