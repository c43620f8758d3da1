import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Says that a hold is over, or was given back, and where to go from here. */
export function HoldOver({ locale, slug, givenBack }: { locale: Locale; slug: string; givenBack: boolean }) {
  const t = translator(locale, 'orders');
  const action = (
    <ButtonLink href={inLocale(locale, paths.drop(slug))} variant="primary">
      {t('checkout.toDrop')}
    </ButtonLink>
  );
  return (
    <div className="page">
      <EmptyState
        title={t(givenBack ? 'checkout.givenBack' : 'checkout.heldOver')}
        illustration="sold-out"
        level={1}
        action={action}
      >
        {t(givenBack ? 'checkout.givenBackBody' : 'checkout.heldOverBody')}
      </EmptyState>
    </div>
  );
}
