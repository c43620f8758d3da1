import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';
import type { DrawnWave } from '@/lib/drops/queries/get-draw';

import { DrawCheck } from './draw-check';

type Props = { wave: DrawnWave; slug: string; several: boolean; origin: string; locale: Locale };

/** One wave: what is public of it now, and the ways to reckon it again once it is decided. */
export function DrawWave({ wave, slug, several, origin, locale }: Props) {
  const t = translator(locale, 'drops');
  const address = `${origin}${api('drops', slug, 'entries', wave.number)}`;
  return (
    <Card
      as="section"
      look="raised"
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
      aria-label={t('draw.wave', { number: wave.number })}
    >
      {several && <h2 className="text-heading">{t('draw.wave', { number: wave.number })}</h2>}
      <Facts wave={wave} locale={locale} />
      {wave.decidedAt && <DrawCheck slug={slug} wave={wave.number} />}
      {wave.decidedAt && (
        <div className="grid gap-2">
          <h3 className="text-subheading">{t('draw.script')}</h3>
          <p className="max-w-[38em] text-[0.9375rem] text-muted">{t('draw.scriptBody')}</p>
          <pre className="rounded-lg border border-line bg-sunken p-4 font-mono text-sm break-all whitespace-pre-wrap">{`node verify-draw.mjs ${address}`}</pre>
          <p>
            <a href="/verify-draw.mjs" download className="text-accent-ink underline underline-offset-[0.2em]">
              {t('draw.download')}
            </a>
          </p>
        </div>
      )}
    </Card>
  );
}

function Facts({ wave, locale }: Pick<Props, 'wave' | 'locale'>) {
  const t = translator(locale, 'drops');
  const { decidedAt, decidesAt, seedHash, seed, entries, winners, allotments } = wave;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Fact label={t('draw.fingerprint')} hint={decidedAt ? undefined : t('draw.note')}>
          <span className="font-mono text-sm break-all select-all">{seedHash}</span>
        </Fact>
        <Fact label={t('draw.seed')}>
          {seed ? (
            <span className="font-mono text-sm break-all select-all">{seed}</span>
          ) : (
            <span className="text-muted">{t('draw.seedLater')}</span>
          )}
        </Fact>
      </dl>
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        <Fact label={t(decidedAt ? 'draw.was' : 'draw.willBe')}>
          <DateTime at={decidedAt ?? decidesAt} locale={locale} format="moment" />
        </Fact>
        {decidedAt && (
          <Fact label={t('draw.entries')}>
            <span className="numerals">{entries}</span>
          </Fact>
        )}
        {decidedAt && (
          <Fact label={t('draw.winners')}>
            <span className="numerals">{winners}</span>
          </Fact>
        )}
      </dl>
      <dl>
        <Fact label={t('draw.toGive')}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {allotments.map(({ id, channel, units, toGive, variant }) => (
              <li key={id}>
                {localText(locale, variant.title, variant.titleZh)}
                {channel !== 'PUBLIC' && ` · ${t(`channel.${channel}`)}`}:{' '}
                <span className="numerals">{t('units', { count: toGive ?? units })}</span>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ label, hint, children }: { label: string; hint?: string; children: React.ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1">
      <dt className="text-sm font-semibold">{label}</dt>
      <dd className="min-w-0">
        {children}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </dd>
    </div>
  );
}
