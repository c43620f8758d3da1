import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import type { AuditRow } from '@/lib/flows/list-audit';

/** Acts of staff, one a row. */
export function AuditTable({ locale, entries }: { locale: Locale; entries: AuditRow[] }) {
  return <Card flush><Table caption={translator(locale, 'staff')('audit.table')} columns={columnsOf(locale)} rows={entries} rowKey={({ id }) => id} /></Card>;
}

function columnsOf(locale: Locale): Column<AuditRow>[] {
  const t = translator(locale, 'staff');
  return [
    { key: 'act', header: t('audit.act'), lead: true, cell: ({ act }) => actName(locale, act) },
    { key: 'actor', header: t('audit.actor'), cell: ({ actor }) => actor?.name ?? t('audit.system') },
    { key: 'subject', header: t('audit.subject'), cell: (row) => <Subject locale={locale} row={row} /> },
    { key: 'reason', header: t('audit.reason'), cell: (row) => <Reason row={row} />, className: 'sm:max-w-md' },
    { key: 'at', header: t('audit.at'), cell: ({ at }) => <span className="sm:whitespace-nowrap"><DateTime at={at.toISOString()} locale={locale} format="moment" /></span> },
  ];
}

/** An act by its name in the reader's language; one without a name by its own word. */
export function actName(locale: Locale, act: string): string {
  return named(locale, 'acts', act);
}

function named(locale: Locale, group: 'acts' | 'subjects', word: string): string {
  const t = translator(locale, 'staff') as unknown as ((key: string) => string) & { has(key: string): boolean };
  return t.has(`${group}.${word}`) ? t(`${group}.${word}`) : word;
}

function Subject({ locale, row }: { locale: Locale; row: AuditRow }) {
  if (row.member) return <TextLink href={inLocale(locale, paths.staff(`members/${row.member.handle}`))}>{row.member.name}</TextLink>;
  return <span className="text-muted">{named(locale, 'subjects', row.subjectType)} <span className="font-mono text-sm">{row.subjectId.slice(-8)}</span></span>;
}

function Reason({ row: { reason, detail } }: { row: AuditRow }) {
  const facts = Object.entries((detail ?? {}) as Record<string, unknown>).filter(([, value]) => value !== null && typeof value !== 'object');
  if (facts.length === 0) return <span className="wrap-anywhere">{reason || '–'}</span>;
  return (
    <span className="wrap-anywhere">
      {reason}
      <span className="block text-sm text-muted">{facts.map(([name, value]) => `${name}: ${String(value)}`).join(' · ')}</span>
    </span>
  );
}
