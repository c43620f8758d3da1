import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { ProductStage } from '@/lib/flows/catalog/get-product-stage';
import { paths } from '@/lib/paths';

type Props = {
  boards: ProductStage['boards'];
  /** Whether who looks may open boards. */
  canOpen: boolean;
  locale: Locale;
};

/** The public boards where a product is talked about, and a way to have one. */
export function BoardLinks({ boards, canOpen, locale }: Props) {
  const t = translator(locale, 'catalog');
  return (
    <Card as="section">
      <SectionHead title={t('edit.boards')} level={3} />
      {boards.length === 0 && (
        <div className="grid gap-2">
          <p className="text-muted">{t('edit.noBoards')}</p>
          {canOpen && <TextLink href={inLocale(locale, paths.staff('boards'))}>{t('edit.openBoard')}</TextLink>}
        </div>
      )}
      <ul className="grid gap-3">
        {boards.map(({ slug, name, nameZh, threadCount }) => (
          <li key={slug}>
            <TextLink href={inLocale(locale, paths.board(slug))}>{localText(locale, name, nameZh)}</TextLink>
            <p className="text-sm text-muted">{t('threads', { count: threadCount })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
