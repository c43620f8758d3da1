import type { ShownProduct } from '@/lib/catalog/queries';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';

/** Warnings, and whom the law names: who made a product and who answers for it in the EU. Nothing where none of it is known. */
export function ProductSafety({ product, locale }: { product: ShownProduct; locale: Locale }) {
  const t = translator(locale, 'catalog');
  const facts = [
    { label: t('warnings'), text: localText(locale, product.warnings, product.warningsZh) },
    { label: t('manufacturer'), text: product.manufacturer },
    { label: t('responsible'), text: product.responsible },
  ].filter(({ text }) => text);
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="product-safety">
      <h3 id="product-safety" className="mb-2 text-subheading">
        {t('safety')}
      </h3>
      <dl className="grid gap-4 text-[0.9375rem]">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt className="text-muted">{label}</dt>
            <dd dir="auto" className="wrap-anywhere whitespace-pre-line">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
