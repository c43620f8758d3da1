import { Chip } from '@/components/ui/badge';
import { TabHead } from '@/components/staff/list/list-tabs';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import type { WaitingCounts } from '@/lib/feedback/queries';
import type { ProductName } from '@/lib/feedback/sql';
import { paths } from '@/lib/paths';

import { triageTabs } from './triage-list-view';

type Props = { waiting: WaitingCounts; product?: string; products: ProductName[]; locale: Locale };

/** The tabs of triage above the owners' answers, which are no list of ideas, and the products they are about. */
export function VoiceTabs({ waiting, product, products, locale }: Props) {
  const t = translator(locale, 'feedback');
  const here = inLocale(locale, paths.staff('triage'));
  const of = (handle?: string) => withQuery(here, { show: 'voices', product: handle });
  return (
    <>
      <TabHead locale={locale} here={here} tabs={triageTabs(locale, waiting, { shown: true, current: true })} />
      <nav aria-label={t('ideas.products')} className="mt-4 flex flex-wrap gap-2">
        <Chip href={of()} current={!product}>
          {t('ideas.allProducts')}
        </Chip>
        {products.map(({ handle, title, titleZh }) => (
          <Chip key={handle} href={of(handle)} current={product === handle}>
            {localText(locale, title, titleZh)}
          </Chip>
        ))}
      </nav>
    </>
  );
}
