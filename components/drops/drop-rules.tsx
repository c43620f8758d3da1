import { Check } from 'lucide-react';

import { SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { isRanked } from '@/lib/drops/policy';
import type { DropPage } from '@/lib/drops/queries';

/** The rule by which the units are given, in plain words; with the proof, folded, where a seed ranks the entries. */
export function DropRules({ drop, locale }: { drop: DropPage; locale: Locale }) {
  const t = translator(locale, 'drops');
  const ranked = isRanked(drop);
  const held = drop.offerSeconds / 3_600;
  const set = drop.waves.some((wave) => wave.allotments.some(({ channel }) => channel !== 'PUBLIC'));
  const rules = [
    drop.mode === 'DRAW' ? t('rule.draw') : ranked ? t('rule.fair', { seconds: drop.fairSeconds }) : t('rule.order'),
    ...(set ? [t('rule.channels')] : []),
    ...(ranked && drop.waves.length > 1 ? [t('rule.priority')] : []),
    t('rule.one'),
    drop.mode === 'DRAW'
      ? t('rule.drawHold', { hours: Number.isInteger(held) ? held : 0, minutes: Math.round(drop.offerSeconds / 60) })
      : t('rule.hold', { minutes: Math.round(drop.holdSeconds / 60) }),
    ...(ranked ? [t('rule.waiting')] : []),
    ...(drop.needsReservation ? [t('rule.reservation')] : []),
    drop.minTrust > 0 ? t('rule.trust', { level: drop.minTrust }) : t('rule.confirmed'),
    t('rule.honest'),
  ];
  return (
    <section aria-labelledby="rule">
      <SectionHead id="rule" title={t('rule.title')} />
      <ul className="grid max-w-[38em] gap-2.5">
        {rules.map((rule) => (
          <li key={rule} className="flex gap-3">
            <Check aria-hidden className="mt-1 size-4.5 shrink-0 text-accent-ink" />
            {rule}
          </li>
        ))}
      </ul>
      {ranked && drop.wave?.seedHash && <Fingerprint slug={drop.slug} seedHash={drop.wave.seedHash} locale={locale} />}
    </section>
  );
}

function Fingerprint({ slug, seedHash, locale }: { slug: string; seedHash: string; locale: Locale }) {
  const t = translator(locale, 'drops');
  return (
    <details className="mt-5 max-w-[38em] rounded-lg border border-line bg-sunken">
      <summary className="touch cursor-pointer px-4 py-3 font-semibold">{t('rule.proofTitle')}</summary>
      <div className="grid gap-1.5 px-4 pb-4">
        <p className="text-sm font-semibold">{t('rule.fingerprint')}</p>
        <p className="font-mono text-sm break-all select-all">{seedHash}</p>
        <p className="mt-1 text-[0.9375rem]">
          <TextLink href={inLocale(locale, paths.draw(slug))}>{t('rule.proof')}</TextLink>
        </p>
      </div>
    </details>
  );
}
