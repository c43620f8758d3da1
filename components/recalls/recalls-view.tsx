import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import type { ListedRecall } from '@/lib/recalls/queries/public';

type Props = { open: readonly ListedRecall[]; closed: readonly ListedRecall[]; locale: Locale };

/** All recalls for everybody: those that are open first. */
export function RecallsView({ open, closed, locale }: Props) {
  const t = translator(locale, 'recalls');
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-10">
        {open.length === 0 && (
          <EmptyState compact title={t('none')}>
            <p>{t('noneBody')}</p>
          </EmptyState>
        )}
        {open.length > 0 && <Group title={t('open')} rows={open} locale={locale} />}
        {closed.length > 0 && <Group title={t('closed')} rows={closed} locale={locale} />}
      </div>
    </div>
  );
}

function Group({ title, rows, locale }: { title: string; rows: readonly ListedRecall[]; locale: Locale }) {
  return (
    <section className="grid gap-4">
      <h2 className="text-heading">{title}</h2>
      <ul className="grid gap-4">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ row, locale }: { row: ListedRecall; locale: Locale }) {
  const { slug, product, publishedAt } = row;
  return (
    <Card className="grid gap-2">
      <h3 className="text-subheading">
        <TextLink href={inLocale(locale, recallPath(slug))}>{localText(locale, row.title, row.titleZh)}</TextLink>
      </h3>
      <p className="break-words">{localText(locale, row.danger, row.dangerZh)}</p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{localText(locale, product.title, product.titleZh)}</span>
        {publishedAt && <DateTime at={publishedAt} locale={locale} />}
      </p>
    </Card>
  );
}
