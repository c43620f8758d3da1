import type { ReactNode } from 'react';

import { DateTime } from '@/components/ui/date-time';
import type { FactKind } from '@/lib/core/acts';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { acts } from '@/lib/domains-acts';

type Facts = Record<string, unknown>;
type Said = string | number | (() => ReactNode);
type Say = (locale: Locale, fact: unknown, facts: Facts, home?: string) => Said | null;
type Speaker = ((key: string) => string) & {
  has(key: string): boolean;
  rich(key: string, values: Record<string, Said>): ReactNode;
};

const speaker = (locale: Locale, domain: string) => translator(locale, domain as 'staff') as unknown as Speaker;

const text: Say = (_, fact) => (typeof fact === 'string' && fact ? fact : null);
const count: Say = (_, fact) => (typeof fact === 'number' ? fact : null);
const level: Say = (locale, fact) => count(locale, fact, {}) ?? text(locale, fact, {});
const units: Say = (_, offers) =>
  Array.isArray(offers) ? (offers as { units: number }[]).reduce((sum, each) => sum + each.units, 0) : null;
const money: Say = (locale, minor, { currency }, home = '') =>
  typeof minor === 'number' && typeof currency === 'string' ? formatMoney(minor, currency, locale, home) : null;
const moment: Say = (locale, at) =>
  typeof at === 'string' ? () => <DateTime at={at} locale={locale} format="moment" /> : null;
const term: Say = (locale, until, facts) => {
  const [t, at] = [speaker(locale, 'staff'), moment(locale, until, facts)];
  return until === null ? () => t('member.daysOpen') : at && (() => t.rich('details.until', { at }));
};

/** A code by its name among the words of a domain. */
const word =
  (domain: string, group: string): Say =>
  (locale, code) => {
    const t = speaker(locale, domain);
    return typeof code === 'string' && t.has(`${group}.${code}`) ? t(`${group}.${code}`) : null;
  };

/** Several codes, each by its name. */
const words =
  (domain: string, group: string): Say =>
  (locale, codes) => {
    if (!Array.isArray(codes)) return null;
    const names = codes.map((code) => word(domain, group)(locale, code, {}) ?? String(code));
    return listed(locale, names.map(String)) || '–';
  };

const permissions = words('staff', 'permissions');

const role: Say = (locale, code, facts) =>
  word('staff', 'roles')(locale, code, facts) ?? text(locale, facts.name, facts);
const roleEnd: Say = (locale, until, facts) => {
  const at = moment(locale, until, facts);
  return () => at && speaker(locale, 'staff').rich('details.roleUntil', { at });
};
const kinds: Record<Extract<FactKind, string>, Say> = {
  text,
  count,
  level,
  units,
  money,
  moment,
  term,
  permissions,
  role,
  roleEnd,
};
const sayOf = (kind: FactKind): Say => {
  if (typeof kind === 'string') return kinds[kind];
  return 'words' in kind ? words(kind.of, kind.words) : word(kind.of, kind.word);
};

/** The facts of an act as a sentence in the reader's language; nothing where a fact is missing, as in a row of an older version. `home` is the brand's own currency. */
export function actDetail(locale: Locale, act: string, detail: unknown, home: string): ReactNode {
  const [sentence, kindOf] = acts[act] ?? [];
  if (!sentence || !kindOf) return null;
  const facts = (detail ?? {}) as Facts;
  const said = Object.entries(kindOf).map(
    ([name, kind]) => [name, sayOf(kind)(locale, facts[name], facts, home)] as const,
  );
  if (said.some(([, each]) => each === null)) return null;
  return speaker(locale, 'staff').rich(`details.${sentence}`, Object.fromEntries(said) as Record<string, Said>);
}

/** The acts that have something to tell beside their names. */
export const describedActs = Object.keys(acts);

/** Why something was done: a reason of staff as they wrote it, a reason of the program in the reader's language. */
export function actReason(locale: Locale, reason: string): string {
  const t = speaker(locale, 'orders');
  return /^[a-z]+(-[a-z]+)+$/.test(reason) && t.has(`notes.${reason}`) ? t(`notes.${reason}`) : reason;
}
