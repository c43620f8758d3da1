import type { ReactNode } from 'react';

import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';

type Facts = Record<string, unknown>;
type Said = string | number | (() => ReactNode);
type Say = (locale: Locale, fact: unknown, facts: Facts) => Said | null;
type Speaker = ((key: string) => string) & {
  has(key: string): boolean;
  rich(key: string, values: Record<string, Said>): ReactNode;
};

const speaker = (locale: Locale, domain: 'drops' | 'feedback' | 'orders' | 'staff') =>
  translator(locale, domain) as unknown as Speaker;

const text: Say = (_, fact) => (typeof fact === 'string' && fact ? fact : null);
const count: Say = (_, fact) => (typeof fact === 'number' ? fact : null);
const level: Say = (locale, fact) => count(locale, fact, {}) ?? text(locale, fact, {});
const units: Say = (_, offers) =>
  Array.isArray(offers) ? (offers as { units: number }[]).reduce((sum, each) => sum + each.units, 0) : null;
const money: Say = (locale, minor, { currency }) =>
  typeof minor === 'number' && typeof currency === 'string' ? formatMoney(minor, currency, locale) : null;
const moment: Say = (locale, at) =>
  typeof at === 'string' ? () => <DateTime at={at} locale={locale} format="moment" /> : null;
const term: Say = (locale, until, facts) => {
  const [t, at] = [speaker(locale, 'staff'), moment(locale, until, facts)];
  return until === null ? () => t('member.daysOpen') : at && (() => t.rich('details.until', { at }));
};

/** A code by its name among the words of a domain. */
function word(domain: 'drops' | 'feedback' | 'staff', group: string): Say {
  return (locale, code) => {
    const t = speaker(locale, domain);
    return typeof code === 'string' && t.has(`${group}.${code}`) ? t(`${group}.${code}`) : null;
  };
}

const allowed: Say = (locale, each) =>
  Array.isArray(each)
    ? each.map((permission) => word('staff', 'permissions')(locale, permission, {}) ?? permission).join(', ') || '–'
    : null;

const place = ['place', { thread: count, post: count }] as const;
const roleNamed: Say = (locale, code, facts) =>
  word('staff', 'roles')(locale, code, facts) ?? text(locale, facts.name, facts);
const roleEnd: Say = (locale, until, facts) => {
  const at = moment(locale, until, facts);
  return () => at && <> · {speaker(locale, 'staff').rich('details.until', { at })}</>;
};
const role = ['role', { role: roleNamed, until: roleEnd }] as const;
const renamed = ['roleNamed', { name: text }] as const;
const release = ['release', { version: text, ideas: count }] as const;
const codes = ['codes', { count, source: word('drops', 'fCode.staff.sources') }] as const;
const named = ['named', { channel: word('drops', 'channel'), handles: text }] as const;
const stage = word('feedback', 'stage');

/** What stands beside an act: its sentence among `staff.details`, and how each fact of it is said. Ids are for the log alone, and a number names what was acted upon. */
const sentences: Record<string, readonly [sentence: string, facts: Readonly<Record<string, Say>>]> = {
  'post.hide': place,
  'post.restore': place,
  'post.edit': place,
  'reports.settle': ['verdict', { outcome: word('staff', 'outcomes'), reports: count }],
  'member.grantRole': role,
  'member.revokeRole': role,
  'role.copy': renamed,
  'role.edit': ['roleChange', { name: text, given: allowed, taken: allowed }],
  'role.delete': renamed,
  'member.setTrust': ['trust', { from: count, to: level }],
  'member.suspend': ['term', { until: term }],
  'idea.stage': ['stage', { from: stage, to: stage }],
  'release.draft': release,
  'release.edit': release,
  'release.publish': ['credits', { ideas: count }],
  'drop.schedule': ['plan', { offers: units, mode: word('drops', 'staff.modes') }],
  'drop.addWave': ['wave', { number: count, offers: units }],
  'drop.addUnits': ['units', { units: count }],
  'drop.cancel': ['freed', { freed: count }],
  'drop.issueFCodes': codes,
  'drop.giveFCodes': codes,
  'drop.nameMembers': named,
  'drop.unnameMember': named,
  'wave.pause': ['paused', { wave: count }],
  'wave.explainPause': ['paused', { wave: count }],
  'wave.resume': ['resumed', { wave: count, closesAt: moment }],
  'wave.extend': ['extended', { wave: count, from: moment, to: moment }],
  'order.ship': ['parcel', { carrier: text, tracking: text }],
  'payment.mismatch': ['asked', { amountMinor: money }],
  'payment.dispute': ['disputed', { number: text, state: text }],
  'refund.failed': ['refundOf', { amountMinor: money, number: text }],
  'refund.elsewhere': ['refundOf', { amountMinor: money, number: text }],
};

/** The facts of an act as a sentence in the reader's language; nothing where a fact is missing, as in a row of an older version. */
export function actDetail(locale: Locale, act: string, detail: unknown): ReactNode {
  const [sentence, says] = sentences[act] ?? [];
  if (!sentence || !says) return null;
  const facts = (detail ?? {}) as Facts;
  const said = Object.entries(says).map(([name, say]) => [name, say(locale, facts[name], facts)] as const);
  if (said.some(([, each]) => each === null)) return null;
  return speaker(locale, 'staff').rich(`details.${sentence}`, Object.fromEntries(said) as Record<string, Said>);
}

/** The acts that have something to tell beside their names. */
export const describedActs = Object.keys(sentences);

/** Why something was done: a reason of staff as they wrote it, a reason of the program in the reader's language. */
export function actReason(locale: Locale, reason: string): string {
  const t = speaker(locale, 'orders');
  return /^[a-z]+(-[a-z]+)+$/.test(reason) && t.has(`notes.${reason}`) ? t(`notes.${reason}`) : reason;
}
