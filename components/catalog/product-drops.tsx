import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import type { ProductStage } from '@/lib/flows/catalog/get-product-stage';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';

type Props = {
  drops: ProductStage['drops'];
  boardSlug: string | undefined;
  /** Whether the page has another button that comes first. */ quiet: boolean;
  locale: Locale;
};

/** How the product is sold: its drops, newest first, or how to ask for one. */
export function ProductDrops({ drops, boardSlug, quiet, locale }: Props) {
  const t = translator(locale, 'catalog');
  return (
    <section aria-labelledby="product-drops" className="mt-6">
      <h2 id="product-drops" className="text-subheading">
        {t('drops')}
      </h2>
      {drops.length === 0 && <Wanted boardSlug={boardSlug} locale={locale} />}
      <ul className="mt-3 grid gap-3">
        {drops.slice(0, 3).map((drop) => (
          <li key={drop.slug}>
            <Card
              look={drop.remaining > 0 ? 'accent' : 'plain'}
              className="flex flex-wrap items-center justify-between gap-3"
            >
              <div className="min-w-0">
                <p className="font-semibold">{localText(locale, drop.title, drop.titleZh)}</p>
                {drop.opensAt && (
                  <p className="text-sm text-muted">
                    <DateTime at={drop.opensAt} locale={locale} format="moment" />
                  </p>
                )}
              </div>
              <ButtonLink
                href={inLocale(locale, paths.drop(drop.slug))}
                variant={drop.remaining > 0 && !quiet ? 'primary' : 'secondary'}
              >
                {drop.remaining > 0 ? t('seeDrop') : t('seeReport')}
              </ButtonLink>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wanted({ boardSlug, locale }: { boardSlug: string | undefined; locale: Locale }) {
  const t = translator(locale, 'catalog');
  return (
    <Card look="sunken" className="mt-3">
      <p>{t('noDrops')}</p>
      {boardSlug && (
        <ButtonLink className="mt-4" href={inLocale(locale, paths.newThread(boardSlug))}>
          {t('ask')}
        </ButtonLink>
      )}
    </Card>
  );
}
