import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { Table } from '@/components/ui/table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { FCodesForStaff } from '@/lib/drops/queries/f-codes';

import { GiveForm, IssueForm, RevokeForm } from './f-code-forms';
import { FCodeStats } from './f-code-stats';

type Props = { dropId: string; pool: FCodesForStaff; locale: Locale; open: boolean };

const tones = { usable: 'info', used: 'positive', expired: 'neutral', revoked: 'neutral' } as const;

/** The F-codes of a drop: the pool, the forms that give from it, and what became of each code. */
export function FCodeCard({ dropId, pool, locale, open }: Props) {
  const t = translator(locale, 'drops');
  const some = pool.units > 0 || pool.codes.length > 0;
  return (
    <section aria-labelledby="f-codes" className="grid gap-5">
      <SectionHead
        id="f-codes"
        title={t('fCode.staff.title')}
        lead={t(some ? 'fCode.staff.lead' : 'fCode.staff.noPool')}
      />
      {some && (
        <Card>
          <FCodeStats known={pool} />
        </Card>
      )}
      {some && open && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Card>
            <IssueForm dropId={dropId} left={pool.left} />
          </Card>
          <Card>
            <GiveForm dropId={dropId} />
          </Card>
        </div>
      )}
      {some && <Codes dropId={dropId} pool={pool} locale={locale} />}
    </section>
  );
}

function Codes({ dropId, pool: { codes, most }, locale }: Omit<Props, 'open'>) {
  const t = translator(locale, 'drops');
  if (codes.length === 0) return <p className="text-muted">{t('fCode.staff.none')}</p>;
  return (
    <Card flush>
      <Table
        caption={t('fCode.staff.list')}
        rows={codes}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'code',
            header: t('fCode.staff.code'),
            lead: true,
            cell: ({ tail }) => <span className="font-mono">···· {tail}</span>,
          },
          {
            key: 'source',
            header: t('fCode.staff.source'),
            cell: ({ source, note }) => [t(`fCode.staff.sources.${source}`), note].filter(Boolean).join(' · '),
          },
          {
            key: 'bound',
            header: t('fCode.staff.bound'),
            cell: ({ boundTo }) => (boundTo ? `@${boundTo.handle}` : t('fCode.staff.anyone')),
          },
          {
            key: 'expires',
            header: t('fCode.staff.expires'),
            cell: ({ expiresAt }) => <ShopTime at={expiresAt} locale={locale} />,
          },
          {
            key: 'state',
            header: t('fCode.staff.state'),
            cell: ({ state }) => <Badge tone={tones[state]}>{t(`fCode.staff.states.${state}`)}</Badge>,
          },
          {
            key: 'act',
            header: <VisuallyHidden>{t('fCode.staff.revoke')}</VisuallyHidden>,
            align: 'end',
            cell: ({ id, state, tail, boundTo }) =>
              state === 'usable' && (
                <RevokeForm dropId={dropId} codeId={id} tail={tail} handle={boundTo?.handle ?? undefined} />
              ),
          },
        ]}
      />
      {codes.length === most && (
        <p className="px-4 py-3 text-sm text-muted">{t('fCode.staff.newest', { count: most })}</p>
      )}
    </Card>
  );
}
