import { cx } from '@/components/ui/cx';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import type { AuditRow } from '@/lib/moderation/list-audit';

import { actDetail, actReason } from './act-detail';

/** What the audit log shows of an act, column by column. */
export function auditColumns(locale: Locale): Column<AuditRow>[] {
  const t = translator(locale, 'staff');
  return [
    {
      key: 'act',
      header: t('audit.act'),
      lead: true,
      cell: ({ act }) => actName(locale, act),
      className: 'sm:min-w-32',
    },
    {
      key: 'actor',
      header: t('audit.actor'),
      cell: ({ actor, apiKey }) => (
        <Actor name={actor?.name ?? t('audit.system')} by={apiKey && t('audit.byKey', { key: apiKey })} />
      ),
      className: 'sm:min-w-28',
    },
    { key: 'subject', header: t('audit.subject'), cell: (row) => <Subject locale={locale} row={row} /> },
    {
      key: 'reason',
      header: t('audit.reason'),
      cell: (row) => <Reason locale={locale} row={row} />,
      className: 'sm:max-w-md',
    },
    {
      key: 'at',
      header: t('audit.at'),
      cell: ({ at }) => (
        <span className="sm:whitespace-nowrap">
          <DateTime at={at.toISOString()} locale={locale} format="moment" />
        </span>
      ),
    },
  ];
}

function Actor({ name, by }: { name: string; by: string | null }) {
  return (
    <>
      <bdi>{name}</bdi>
      {by && <span className="block text-sm wrap-anywhere text-muted">{by}</span>}
    </>
  );
}

/** An act by its name in the reader's language; one without a name by its own word. */
export function actName(locale: Locale, act: string): string {
  return named(locale, 'acts', act);
}

function named(locale: Locale, group: 'acts' | 'subjects', word: string): string {
  const t = translator(locale, 'staff') as unknown as ((key: string) => string) & { has(key: string): boolean };
  return t.has(`${group}.${word}`) ? t(`${group}.${word}`) : word;
}

// Where the thing that was acted upon is looked after.
const rooms: Record<string, string[]> = {
  drop: ['drops'],
  idea: ['triage'],
  release: ['releases'],
  voice: ['triage', 'voices'],
};

function Subject({
  locale,
  row: { member, name: title, subjectType, subjectId, detail },
}: {
  locale: Locale;
  row: AuditRow;
}) {
  const staff = (...parts: string[]) => inLocale(locale, paths.staff(...parts));
  if (member)
    return (
      <TextLink href={inLocale(locale, paths.staffMember(member))}>
        <bdi>{member.name}</bdi>
      </TextLink>
    );
  const kind = named(locale, 'subjects', subjectType);
  const { number } = (detail ?? {}) as { number?: unknown };
  if (subjectType === 'thread' && typeof number === 'number')
    return (
      <span className="text-muted">
        {kind} {number}
      </span>
    );
  if (subjectType === 'order' && typeof number === 'string')
    return (
      <TextLink href={staff('orders', number)}>
        {kind} {number}
      </TextLink>
    );
  const name = title ? (
    <span className="wrap-anywhere">{localText(locale, title.title, title.titleZh)}</span>
  ) : (
    <>
      {kind} <span className="font-mono text-sm">{subjectId.length > 30 ? subjectId.slice(-8) : subjectId}</span>
    </>
  );
  const room = rooms[subjectType];
  return room ? (
    <TextLink href={staff(...room, subjectId)}>
      <bdi>{name}</bdi>
    </TextLink>
  ) : (
    <span className="text-muted">
      <bdi>{name}</bdi>
    </span>
  );
}

async function Reason({ locale, row: { act, reason, detail, into } }: { locale: Locale; row: AuditRow }) {
  const facts = into
    ? translator(locale, 'staff')('details.into', { title: localText(locale, into.title, into.titleZh) })
    : actDetail(locale, act, detail, await homeCurrency());
  return (
    <span className="wrap-anywhere">
      {reason ? <bdi>{actReason(locale, reason)}</bdi> : !facts && '–'}
      {facts && <span className={cx('block', reason && 'text-sm text-muted')}>{facts}</span>}
    </span>
  );
}
