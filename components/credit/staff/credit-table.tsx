import { ShopTime } from '@/components/forms/shop-time';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { standOf } from '@/lib/credit/policy';
import type { CreditRow } from '@/lib/credit/queries';
import { paths } from '@/lib/paths';

import { accountTitle } from './account-title';

type Props = { rows: CreditRow[]; now: Date; locale: Locale; home: string };

/** Balances and gift cards, with what is left of each and how it stands. */
export function CreditTable({ rows, now, locale, home }: Props) {
  const t = translator(locale, 'credit');
  return (
    <Card flush>
      <Table
        caption={t('staff.caption')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'whose',
            header: t('staff.columns.whose'),
            lead: true,
            cell: (row) => (
              <span className="grid">
                <TextLink href={inLocale(locale, paths.staff('credit', row.id))}>
                  <bdi>{accountTitle(row, locale)}</bdi>
                </TextLink>
                {row.kind === 'STORE' && <span className="text-sm text-muted">{t('staff.store')}</span>}
              </span>
            ),
          },
          {
            key: 'balance',
            header: t('staff.columns.balance'),
            align: 'end',
            cell: ({ balanceMinor, currency }) => <Money amount={balanceMinor} {...{ currency, locale, home }} />,
          },
          {
            key: 'state',
            header: t('staff.columns.state'),
            cell: (row) => <CreditState stand={standOf(row, now)} locale={locale} />,
          },
          {
            key: 'expires',
            header: t('staff.columns.expires'),
            cell: ({ expiresAt }) => (expiresAt ? <ShopTime at={expiresAt} locale={locale} /> : '–'),
          },
        ]}
      />
    </Card>
  );
}

const tones = { active: 'positive', disabled: 'danger', expired: 'neutral' } as const;

/** How an account stands. */
export function CreditState({ stand, locale }: { stand: keyof typeof tones; locale: Locale }) {
  return <Badge tone={tones[stand]}>{translator(locale, 'credit')(`staff.states.${stand}`)}</Badge>;
}
