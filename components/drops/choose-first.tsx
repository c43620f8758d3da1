import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import type { Offerable } from '@/lib/catalog/offerable';

type Props = { products: Offerable[]; locale: Locale; first?: string };

/** Without scripts the units of a plan cannot follow its product: here the product is chosen first, by an ordinary request. */
export function ChooseFirst({ products, locale, first }: Props) {
  const t = translator(locale, 'drops');
  return (
    <noscript>
      <Card className="mb-5 max-w-3xl">
        <form method="get" className="grid gap-4">
          <SelectField
            label={t('staff.product')}
            name="product"
            defaultValue={first}
            options={products.map(({ id, title, titleZh }) => ({
              value: id,
              label: localText(locale, title, titleZh),
            }))}
          />
          <div>
            <Button type="submit">{t('staff.chooseFirst')}</Button>
          </div>
        </form>
      </Card>
    </noscript>
  );
}
