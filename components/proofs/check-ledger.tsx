'use client';

import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { Grains } from '@/components/ui/grains';
import { Notice } from '@/components/ui/notice';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';
import type { LedgerBook } from '@/lib/drops/ledger/verify';

import { LedgerHeads } from './ledger-heads';
import { OwnRows } from './own-rows';
import { useLedgerCheck, type Checking } from './use-ledger-check';

type Props = { slug: string; variants: Record<string, string>; locale: Locale };
export type BookName = (book: LedgerBook) => string;

/** Lets the reader's own browser reckon every movement of the drop's units again. */
export function CheckLedger({ slug, variants, locale }: Props) {
  const t = useTranslations('drops');
  const { viewer } = useViewer();
  const { checking, check } = useLedgerCheck(slug, viewer?.drop?.claim?.id ?? null);
  const busy = checking.at === 'fetching' || checking.at === 'reckoning';
  const nameOf: BookName = ({ wave, variantId, channel }) =>
    t('ledger.bookName', { wave, variant: variants[variantId] ?? '', channel: t(`channel.${channel}`) });
  return (
    <Card as="section" className="grid gap-5" aria-labelledby="ledger">
      <SectionHead id="ledger" title={t('ledger.title')} lead={t('ledger.lead')} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="js-only">
          <Button variant="primary" pending={busy} onClick={() => void check()}>
            {t(checking.at === 'done' ? 'ledger.again' : 'ledger.button')}
          </Button>
        </div>
        <a
          href={api('drops', slug, 'ledger')}
          className="touch inline-flex items-center text-accent-ink underline underline-offset-4"
        >
          {t('ledger.json')}
        </a>
      </div>
      <div aria-live="polite">
        <Progress checking={checking} nameOf={nameOf} />
      </div>
      {checking.at === 'done' && checking.own && <OwnRows own={checking.own} locale={locale} />}
      {checking.at === 'done' && <LedgerHeads books={checking.ledger.books} nameOf={nameOf} />}
    </Card>
  );
}

function Progress({ checking, nameOf }: { checking: Checking; nameOf: BookName }) {
  const t = useTranslations('drops.ledger');
  if (checking.at === 'idle') return null;
  if (checking.at === 'fetching')
    return (
      <p className="flex items-center gap-3 text-muted">
        <Grains />
        {t('fetching', { count: checking.count })}
      </p>
    );
  if (checking.at === 'reckoning')
    return (
      <p className="flex items-center gap-3 text-muted">
        <Grains />
        <span aria-hidden>{t('reckoning', { done: checking.done, count: checking.count })}</span>
      </p>
    );
  if (checking.at !== 'done') return <Notice tone="warning">{t(checking.at)}</Notice>;
  const { verdict, ledger } = checking;
  if (verdict.agrees)
    return (
      <Notice tone="positive" title={t('agrees')}>
        {t('agreesBody', { rows: verdict.rows, books: verdict.books })}
      </Notice>
    );
  const book = ledger.books.find(({ allotmentId }) => allotmentId === verdict.allotmentId);
  return (
    <Notice tone="danger" title={t('disagrees')}>
      <p>{t(`fault.${verdict.fault}`)}</p>
      <p>{book ? t('where', { book: nameOf(book), seq: verdict.seq }) : t('nowhere')}</p>
    </Notice>
  );
}
