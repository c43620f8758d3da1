'use client';

import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';

import { Card } from '@/components/ui/card';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import type { OwnEntry } from '@/lib/drops/queries/own-entry';

import { EntryOutcome } from './entry-outcome';
import { ownEntry, ownUnit, type OwnUnit } from './own-place';
import { StageEntered } from './stage-entered';
import { FCodePanel } from './f-code-panel';
import { StageHeld } from './stage-held';
import { StageOpen } from './stage-open';
import { StageOpening } from './stage-opening';
import { StagePaused } from './stage-paused';
import { StageUpcoming } from './stage-upcoming';
import { StageEnd } from './stage-end';
import type { StageDrop } from './stage-drop';
import { useClaim } from './use-claim';
import { useDecision } from './use-decision';
import { useDropState } from './use-drop-state';
import { useEnding } from './use-ending';
import { WaitlistPanel } from './waitlist-panel';

const beforeEnd = ['upcoming', 'opening', 'open', 'sold-out'];

/** The live panel of a drop: what is so now, and what the reader can do about it. */
export function DropStage({ drop, locale, preview = false }: { drop: StageDrop; locale: Locale; preview?: boolean }) {
  const t = useTranslations('drops');
  const live = useDropState(drop.state.slug, drop.state, !preview);
  const claiming = useClaim(drop.state.slug, drop.state.proofOfWork);
  const { viewer } = useViewer();
  const own = preview ? null : ownUnit(claiming.claimed, viewer?.drop?.claim);
  const entry = preview ? null : ownEntry(claiming.entered, viewer?.drop?.entry, live.state);
  useDecision(live.state.decided);
  const { phase } = live.state;
  useEnding(phase);
  return (
    <Card look="raised" as="section" className="grid gap-5" aria-labelledby="stage-title">
      {!own && phase !== 'cancelled' && (entry?.state === 'LOST' || entry?.state === 'SKIPPED') && (
        <EntryOutcome entry={entry} slug={live.state.slug} locale={locale} />
      )}
      <StageFace
        drop={drop}
        live={live}
        claiming={claiming}
        own={own}
        entry={entry}
        locale={locale}
        preview={preview}
      />
      {beforeEnd.includes(phase) && (
        <noscript>
          <p className="text-muted">{t('needsScripts')}</p>
        </noscript>
      )}
      {!own && <WaitlistPanel drop={drop} live={live} locale={locale} preview={preview} />}
      {!own && <FCodePanel drop={drop} live={live} locale={locale} preview={preview} />}
      {live.lost && ['opening', 'open', 'sold-out', 'paused'].includes(phase) && (
        <p role="status" className="text-sm text-muted">
          {t('connection')}
        </p>
      )}
    </Card>
  );
}

type FaceProps = Omit<ComponentProps<typeof StageOpen>, 'preview'> & {
  own: OwnUnit | null;
  entry: OwnEntry | null;
  preview: boolean;
};

// What is so now, for this reader.
function StageFace({ drop, live, claiming, own, entry, locale, preview }: FaceProps) {
  const { phase } = live.state;
  if (own && phase !== 'cancelled')
    return (
      <StageHeld
        unit={own}
        variants={drop.variants}
        offset={live.offset ?? 0}
        most={own.offered || live.state.mode === 'DRAW' ? drop.offerSeconds : drop.holdSeconds}
        locale={locale}
      />
    );
  if (entry?.state === 'WAITING' && phase !== 'cancelled')
    return (
      <StageEntered
        receipt={entry.id}
        variant={drop.variants.find(({ id }) => id === entry.variantId)?.title ?? ''}
        decidesAt={entry.decidesAt}
        offset={live.offset ?? 0}
        slug={live.state.slug}
        locale={locale}
      />
    );
  if (phase === 'upcoming') return <StageUpcoming drop={drop} live={live} locale={locale} preview={preview} />;
  if (phase === 'open' || phase === 'sold-out')
    return <StageOpen drop={drop} live={live} claiming={claiming} locale={locale} preview={preview} />;
  if (phase === 'opening')
    return <StageOpening drop={drop} live={live} claiming={claiming} locale={locale} preview={preview} />;
  if (phase === 'paused') return <StagePaused />;
  return <StageEnd slug={live.state.slug} phase={phase} reason={drop.cancelReason} locale={locale} />;
}
