import { Chip } from '@/components/ui/badge';
import { TabLinks } from '@/components/ui/tab-links';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ProductName } from '@/lib/feedback/sql';

export const triageViews = ['ideas', 'reports', 'voices', 'moving'] as const;
export type TriageViewName = (typeof triageViews)[number];
export type TriageView = { name: TriageViewName; product?: string; sort: string };

/** The address of one view of the queue. */
export function triageHref(locale: Locale, { name, product, sort }: TriageView): string {
  return withQuery(inLocale(locale, paths.staff('triage')), {
    show: name === 'ideas' ? null : name,
    product,
    sort: sort === 'votes' ? null : sort,
  });
}

type Props = {
  view: TriageView;
  waiting: { ideas: number; reports: number; voices?: number };
  products: ProductName[];
  locale: Locale;
};

export function TriageTabs({ view, waiting, products, locale }: Props) {
  const t = translator(locale, 'feedback');
  const count = (number: number) => (number >= 100 ? '99+' : number);
  const tab = (name: TriageViewName, number?: number) => ({
    href: triageHref(locale, { ...view, name }),
    label: t(`triage.room.${name}`),
    count: number === undefined ? undefined : count(number),
    current: view.name === name,
  });
  return (
    <>
      <nav aria-label={t('ideas.products')} className="mb-4 flex flex-wrap gap-2">
        <Chip href={triageHref(locale, { ...view, product: undefined })} current={!view.product}>
          {t('ideas.allProducts')}
        </Chip>
        {products.map(({ handle, title, titleZh }) => (
          <Chip key={handle} href={triageHref(locale, { ...view, product: handle })} current={view.product === handle}>
            {localText(locale, title, titleZh)}
          </Chip>
        ))}
      </nav>
      <TabLinks
        label={t('triage.rooms')}
        items={[
          tab('ideas', waiting.ideas),
          tab('reports', waiting.reports),
          ...(waiting.voices === undefined ? [] : [tab('voices', waiting.voices)]),
          tab('moving'),
        ]}
      />
    </>
  );
}
