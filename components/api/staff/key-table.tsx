import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, type Column } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { Scope } from '@/lib/api/scope-names';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';

import { RevokeKey } from './revoke-key';

export type KeyRow = {
  id: string;
  name: string;
  start: string;
  scopes: readonly Scope[];
  state: 'works' | 'revoked' | 'ended' | 'asleep';
  createdAt: Date;
  until: Date | null;
  usedAt: Date | null;
  maker: { name: string };
};

const tones: Record<KeyRow['state'], Tone> = {
  works: 'positive',
  asleep: 'warning',
  ended: 'neutral',
  revoked: 'neutral',
};

/** The keys that there are, and how each stands. */
export function KeyTable({ keys, locale }: { keys: KeyRow[]; locale: Locale }) {
  return (
    <Table
      caption={translator(locale, 'api')('keys.title')}
      columns={columnsFor(locale)}
      rows={keys}
      rowKey={({ id }) => id}
    />
  );
}

function columnsFor(locale: Locale): Column<KeyRow>[] {
  const t = translator(locale, 'api');
  return [
    { key: 'name', header: t('keys.name'), lead: true, cell: (key) => <Named {...key} locale={locale} /> },
    { key: 'state', header: t('keys.state'), cell: (key) => <State {...key} locale={locale} /> },
    {
      key: 'maker',
      header: t('keys.maker'),
      cell: ({ maker, createdAt }) => (
        <>
          <bdi className="wrap-anywhere">{maker.name}</bdi>
          <span className="block text-sm text-muted">
            <DateTime at={createdAt} locale={locale} />
          </span>
        </>
      ),
    },
    {
      key: 'used',
      header: t('keys.used'),
      cell: ({ usedAt }) =>
        usedAt ? <RelativeTime at={usedAt} locale={locale} /> : <span className="break-keep">{t('keys.never')}</span>,
    },
    {
      key: 'act',
      header: <span className="sr-only">{t('keys.act')}</span>,
      align: 'end',
      cell: ({ id, name, state }) =>
        state === 'works' || state === 'asleep' ? <RevokeKey id={id} name={name} /> : null,
    },
  ];
}

type Cell<Name extends keyof KeyRow> = Pick<KeyRow, Name> & { locale: Locale };

function Named({ name, start, scopes, locale }: Cell<'name' | 'start' | 'scopes'>) {
  const t = translator(locale, 'api');
  const words = scopes.map((scope) => t(`scopes.${scope}`));
  return (
    <>
      <bdi className="wrap-anywhere">{name}</bdi>
      <code className="ms-2 font-mono text-sm font-normal text-muted">{start}…</code>
      <span className="block text-sm font-normal text-muted">{listed(locale, words)}</span>
    </>
  );
}

function State({ state, until, locale }: Cell<'state' | 'until'>) {
  const t = translator(locale, 'api');
  return (
    <span className="grid justify-items-end gap-0.5 sm:justify-items-start">
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {until && state !== 'revoked' && (
        <span className="text-sm text-muted">
          {t(state === 'ended' ? 'keys.ended' : 'keys.until')} <DateTime at={until} locale={locale} format="moment" />
        </span>
      )}
    </span>
  );
}
