'use client';

import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';

import { BrandMark } from '@/components/shell/brand-mark';
import { Card, SectionHead } from '@/components/ui/card';
import type { BrandFields } from '@/lib/brand/schema';
import type { Brand } from '@/lib/core/brand';
import { allTokens, leastContrast, textColours, textContrast, themes, type Theme } from '@/lib/core/brand-colours';
import { contrastOf } from '@/lib/core/contrast';
import { minorDigits, formatMoney } from '@/lib/core/money';
import type { Locale } from '@/lib/core/locale';

type Props = { brand: Brand; fields: BrandFields };
type Shown = { fields: BrandFields; mark: string };

const whole = /^#[0-9a-f]{6}$/i;

/** Header, card, button and the head of a mail in both themes and languages, before anything is saved. */
export function BrandPreview({ brand, fields }: Props) {
  const t = useTranslations('brand.preview');
  const { colour } = brand;
  const read = (typed: string, saved: string) => (whole.test(typed) ? typed.toLowerCase() : saved);
  const next: Brand['colour'] = {
    paper: { light: read(fields.paperLight, colour.paper.light), dark: read(fields.paperDark, colour.paper.dark) },
    accent: { light: read(fields.accentLight, colour.accent.light), dark: read(fields.accentDark, colour.accent.dark) },
  };
  const tokens = allTokens(next);
  return (
    <Card as="section" aria-labelledby="preview">
      <SectionHead id="preview" title={t('title')} lead={t('lead')} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        {themes.map((theme) => (
          <section
            key={theme}
            aria-label={t(theme)}
            style={styleOf(theme, tokens)}
            className="grid content-start gap-3 overflow-hidden rounded-lg border border-line bg-paper pb-3 text-ink"
          >
            <Header fields={fields} mark={markIn(theme, brand)} locale="en" />
            <Header fields={fields} mark={markIn(theme, brand)} locale="zh" />
            <Sample fields={fields} />
            {theme === 'light' && <MailHead fields={fields} accent={next.accent.light} />}
            <Contrasts theme={theme} colour={next} onAccent={tokens['on-accent']![theme]} />
          </section>
        ))}
      </div>
    </Card>
  );
}

// The page itself may be in the other theme, so nothing is left to follow it.
function styleOf(theme: Theme, tokens: ReturnType<typeof allTokens>): CSSProperties {
  const { ink, muted } = textColours[theme];
  const own = Object.entries(tokens).map(([name, value]) => [name, value[theme]]);
  const set = [...own, ['ink', ink], ['muted', muted], ['art-line', ink]].map(([name, value]) => [`--${name}`, value]);
  return { colorScheme: theme, ...Object.fromEntries(set) } as CSSProperties;
}

// Each half shows one theme, whichever the page itself is in.
const markIn = (theme: Theme, { mark, markDark }: Brand): string => (theme === 'dark' && markDark) || mark;

const nameIn = (fields: BrandFields, locale: Locale) => (locale === 'zh' ? fields.nameZh : fields.name);

function Header({ fields, mark, locale }: Shown & { locale: Locale }) {
  return (
    <div className="flex items-center gap-2 border-b border-line px-3 py-2" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <BrandMark mark={mark} markDark={null} className="size-7 shrink-0" />
      <bdi className="min-w-0 truncate font-display text-lg leading-tight">{nameIn(fields, locale) || '–'}</bdi>
    </div>
  );
}

function Sample({ fields }: { fields: BrandFields }) {
  const t = useTranslations('brand.preview');
  const price = (locale: Locale) =>
    formatMoney(129 * 10 ** minorDigits(fields.currency), fields.currency, locale, fields.currency);
  return (
    <div className="mx-3 grid gap-2 rounded-lg border border-line bg-surface p-3 text-sm">
      <p lang="en" className="wrap-anywhere">
        {fields.tagline || <span className="text-muted">{t('noTagline')}</span>}
      </p>
      <p lang="zh-CN" className="wrap-anywhere text-muted">
        {fields.taglineZh}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="rounded-md bg-accent px-3 py-1.5 font-semibold text-on-accent">{t('button')}</span>
        <span className="font-semibold numerals">{price('en')}</span>
        <span className="font-semibold numerals">{price('zh')}</span>
        <span className="text-accent-ink underline underline-offset-4">{t('link')}</span>
      </p>
    </div>
  );
}

function MailHead({ fields, accent }: { fields: BrandFields; accent: string }) {
  const t = useTranslations('brand.preview');
  return (
    <p className="mx-3 flex min-w-0 items-center gap-2 text-sm">
      <span aria-hidden className="size-3 shrink-0 rounded-full rounded-bl-xs" style={{ background: accent }} />
      <b className="min-w-0 truncate">{fields.name || '–'}</b>
      <span className="ms-auto shrink-0 text-muted">{t('mail')}</span>
    </p>
  );
}

function Contrasts({ theme, colour, onAccent }: { theme: Theme; colour: Brand['colour']; onAccent: string }) {
  const t = useTranslations('brand.preview');
  const [paper, accent] = [colour.paper[theme], colour.accent[theme]];
  const text = textContrast(theme, paper);
  const button = contrastOf(onAccent, accent);
  return (
    <dl className="mx-3 grid gap-1 text-sm">
      <Ratio label={t('textContrast')} ratio={text} wrong={text < leastContrast.text && t('tooLow')} />
      <Ratio label={t('buttonContrast')} ratio={button} wrong={false} />
    </dl>
  );
}

function Ratio({ label, ratio, wrong }: { label: string; ratio: number; wrong: string | false }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3">
      <dt className="text-muted">{label}</dt>
      <dd className="numerals">{`${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`}</dd>
      {wrong && (
        <dd className="w-full font-semibold">
          <span role="status">{wrong}</span>
        </dd>
      )}
    </div>
  );
}
