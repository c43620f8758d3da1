import { ButtonLink } from '@/components/ui/button';
import { HeroIllustration } from '@/components/ui/illustration';
import type { StartWords } from '@/lib/brand/choices/start-parts';
import { translator } from '@/lib/core/i18n';
import { demoCard, neutralBrand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { publicBrand } from '@/lib/web/brand';

import { JoinLink } from './join-link';

/** The start page's first screen: what this place is, and the two ways in. */
export async function Hero({ locale, words }: { locale: Locale; words: StartWords }) {
  const t = translator(locale, 'home');
  const { card } = await publicBrand();
  return (
    <section className="overflow-hidden border-b border-line">
      <div className="page relative z-1 pt-12 sm:pt-20">
        <h1 className="min-h-[2lh] max-w-[7.7em] break-keep wrap-anywhere text-hero">{words.heading}</h1>
        <p className="mt-5 max-w-[25em] text-lead wrap-anywhere text-muted">{words.lead}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <JoinLink locale={locale} join={words.join} boards={t('toBoards')} />
          <ButtonLink size="lg" href={inLocale(locale, paths.drops())}>
            {words.seeDrops}
          </ButtonLink>
        </div>
      </div>
      <Picture card={card} />
    </section>
  );
}

// The picture that a brand shows with its links also opens its start page; the field is the demo's own.
function Picture({ card }: { card: string }) {
  if (card === demoCard)
    return (
      <HeroIllustration className="fade-sides mx-auto -mt-10 w-full max-w-[82rem] min-w-[46rem] max-sm:-ml-64 lg:-mt-44" />
    );
  if (card === neutralBrand.card) return <div className="pb-12 sm:pb-20" />;
  return (
    <div className="page pt-10 pb-12 sm:pb-16">
      <img src={card} alt="" width={1200} height={630} className="h-auto w-full rounded-2xl border border-line" />
    </div>
  );
}
