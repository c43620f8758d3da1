import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import type { PublicRecall } from '@/lib/recalls/queries/public';

import { CheckSerialForm } from './check-serial-form';
import { scopeWords } from './scope-words';

/** One recall for everybody, as the law wants it told: the danger, what to do, which devices, the cause, and what is done about it. */
export function RecallView({ recall, locale }: { recall: PublicRecall; locale: Locale }) {
  const t = translator(locale, 'recalls');
  const text = (key: 'title' | 'danger' | 'task' | 'cause') => localText(locale, recall[key], recall[`${key}Zh`]);
  const { state, product, publishedAt, remedies, slug } = recall;
  const crumbs = [{ label: t('title'), href: inLocale(locale, recallPath()) }, { label: text('title') }];
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />}
        eyebrow={t('eyebrow')}
        title={text('title')}
        meta={
          <>
            {recall.leads ? (
              <TextLink href={inLocale(locale, paths.product(product.handle))}>
                {localText(locale, product.title, product.titleZh)}
              </TextLink>
            ) : (
              <span>{localText(locale, product.title, product.titleZh)}</span>
            )}
            {publishedAt && <DateTime at={publishedAt} locale={locale} />}
          </>
        }
      />
      <div className="grid gap-6">
        {state === 'CLOSED' && <Notice>{t('isClosed')}</Notice>}
        <Notice tone="danger" title={t('danger')}>
          <p className="break-words whitespace-pre-line">{text('danger')}</p>
        </Notice>
        <Part title={t('task')}>{text('task')}</Part>
        <Card as="section">
          <SectionHead title={t('which')} />
          <p className="break-words">{scopeWords(recall, recall.listed, locale)}</p>
          <p className="mt-2 text-muted">{t('share')}</p>
          {state === 'OPEN' && <CheckSerialForm slug={slug} />}
        </Card>
        <Card as="section">
          <SectionHead title={t('remedies')} lead={t(remedies.length > 1 ? 'free' : 'freeOne')} />
          <ul className="grid list-disc gap-1 ps-5">
            {remedies.map((remedy) => (
              <li key={remedy}>{t(`remedyNames.${remedy}`)}</li>
            ))}
          </ul>
        </Card>
        <Part title={t('cause')}>{text('cause')}</Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <Card as="section">
      <SectionHead title={title} />
      <p className="break-words whitespace-pre-line">{children}</p>
    </Card>
  );
}
