import type { ReactNode } from 'react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { FactList } from '@/components/ui/fact-list';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { formatDateTime, translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import type { OwnRepairPage } from '@/lib/flows/repairs/read-repairs';
import { paths } from '@/lib/paths';
import type { AskedAs } from '@/lib/repairs/choices/repair-path';
import type { OwnRepairRow } from '@/lib/repairs/queries/own';

import { deviceTitle } from './device-title';
import { BackAgain, CancelRepair } from './owner-acts';
import { OwnerQuote } from './owner-quote';
import { RepairStateBadge } from './repair-state';
import { RepairTimeline } from './repair-timeline';

type Props = OwnRepairPage & { asked: AskedAs; locale: Locale; home: string };

/** One repair for the owner of the device: what they can do now, what it costs, and its story. */
export function RepairPage({ repair, sendTo, guaranteedUntil, asked, locale, home }: Props) {
  const t = translator(locale, 'repairs');
  const { id: repairId, number, state, unit, steps, quotes, currency } = repair;
  const own = { repairId, asked, locale };
  const money = (minor: number) => formatMoney(minor, currency, locale, home);
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={asked.key === undefined && <Crumbs number={number} locale={locale} />}
        title={t('numbered', { number })}
        meta={
          <>
            <RepairStateBadge state={state} locale={locale} />
            <span>{deviceTitle(unit, locale)}</span>
            <span className="font-mono break-all">{unit.serial}</span>
            {asked.key !== undefined && (
              <TextLink href={inLocale(locale, paths.askedOrder({ key: asked.key }))}>{t('toOrder')}</TextLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          <Now {...{ repair, sendTo, guaranteedUntil, locale }} />
          {state === 'HANDED_OVER' && repair.handedBy === 'SHIPPED' && <BackAgain {...own} />}
          {quotes.length > 0 && <OwnerQuote {...{ own, quotes, state, money, locale }} />}
          {(state === 'ASKED' || state === 'APPROVED') && <CancelRepair {...own} />}
          <Findings repair={repair} locale={locale} />
        </div>
        <Card as="section">
          <SectionHead title={t('timeline')} />
          <RepairTimeline steps={steps} state={state} locale={locale} />
        </Card>
      </div>
    </div>
  );
}

function Crumbs({ number, locale }: { number: string; locale: Locale }) {
  const title = translator(locale, 'orders')('owned.title');
  return (
    <Breadcrumbs label={title} items={[{ label: title, href: inLocale(locale, paths.owned()) }, { label: number }]} />
  );
}

type PartProps = { repair: OwnRepairRow; locale: Locale };

// What the state means for the owner, and what they can do about it.
function Now({ repair, sendTo, guaranteedUntil, locale }: PartProps & Omit<OwnRepairPage, 'repair'>) {
  const t = translator(locale, 'repairs');
  const { state, number, answer, lockOff, wiped, handedBy, carrier, tracking } = repair;
  const isOnHold = state === 'RECEIVED' && (!lockOff || !wiped);
  const key = state === 'HANDED_OVER' ? (`HANDED_OVER_${handedBy ?? 'COLLECTED'}` as const) : state;
  return (
    <Notice
      tone={isOnHold || state === 'QUOTED' ? 'warning' : 'info'}
      title={isOnHold ? t('now.LOCKED') : t(`now.${key}`)}
    >
      <div className="grid gap-3">
        {isOnHold && <p>{t('lockedBody')}</p>}
        {answer && (state === 'APPROVED' || state === 'REFUSED') && <Words text={answer} />}
        {state === 'APPROVED' && (
          <div>
            <p>{t(repair.point ? 'bringTo' : 'sendTo', { number })}</p>
            <p className="font-semibold whitespace-pre-line">{placeOf(repair, locale) || sendTo || t('noAddress')}</p>
            <p className="mt-2">{t('beforeSending')}</p>
          </div>
        )}
        {handedBy === 'SHIPPED' && (
          <p>
            {carrier} <span className="font-mono break-all">{tracking}</span>
          </p>
        )}
        {guaranteedUntil && <p>{t('guaranteed', { day: formatDateTime(guaranteedUntil, locale, 'date') })}</p>}
      </div>
    </Notice>
  );
}

// The point that its owner chose; else it is sent to the shop.
const placeOf = ({ point }: OwnRepairRow, locale: Locale): string =>
  point
    ? [localText(locale, point.name, point.nameZh), localText(locale, point.address, point.addressZh)].join('\n')
    : '';

function Findings({ repair, locale }: PartProps) {
  const t = translator(locale, 'repairs');
  const { note, condition, diagnosis, shipTo, inWarranty, createdAt } = repair;
  const facts: [string, ReactNode][] = [
    [t('facts.note'), note],
    [t('facts.condition'), condition],
    [t('facts.diagnosis'), diagnosis],
    [t('facts.point'), placeOf(repair, locale)],
    [t('facts.shipTo'), shipTo || t('facts.collect')],
    [t('facts.warranty'), t(inWarranty ? 'facts.inWarranty' : 'facts.noWarranty')],
    [t('facts.asked'), <DateTime key="at" at={createdAt} locale={locale} format="moment" />],
  ];
  return (
    <Card as="section">
      <FactList facts={facts} />
    </Card>
  );
}

const Words = ({ text }: { text: string }) => (
  <p dir="auto" className="break-words whitespace-pre-line">
    {text}
  </p>
);
