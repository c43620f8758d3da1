import type { ReactNode } from 'react';

import { MemberLink } from '@/components/members/member-link';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { CaseHistory } from '@/components/staff/case-history';
import { Card } from '@/components/ui/card';
import { FactList } from '@/components/ui/fact-list';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { StaffRepair } from '@/lib/repairs/queries/staff';

import { deviceTitle } from '../device-title';
import { RepairStateBadge } from '../repair-state';
import { QuotesAndParts } from './quotes-and-parts';

type Props = { found: StaffRepair; money: (minor: number) => string; acts: ReactNode; locale: Locale };

/** One repair for staff: what its owner wrote, what was found and done, and what can be done next. */
export function RepairView({ found, money, acts, locale }: Props) {
  const t = translator(locale, 'repairs');
  const crumbs = [{ label: t('staff.title'), href: inLocale(locale, paths.staff('repairs')) }, { label: found.number }];
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('staff.title')} />}
        title={t('numbered', { number: found.number })}
        meta={
          <>
            <RepairStateBadge state={found.state} locale={locale} />
            <span>{deviceTitle(found.unit, locale)}</span>
            <TextLink href={inLocale(locale, paths.staff('units', found.unitId))} className="font-mono break-all">
              {found.unit.serial}
            </TextLink>
            <MemberLink member={found.member} locale={locale} className="text-accent-ink underline" />
            {found.order && (
              <TextLink href={inLocale(locale, paths.staff('orders', found.order.number))}>
                {t('staff.ofOrder', { number: found.order.number })}
              </TextLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="grid min-w-0 gap-6 max-lg:order-2">
          <Facts found={found} locale={locale} />
          <QuotesAndParts found={found} money={money} locale={locale} />
          <CaseHistory
            title={t('staff.history')}
            steps={found.steps.map(({ state, ...step }) => ({ ...step, said: t(`steps.${state}`) }))}
            locale={locale}
          />
        </div>
        <Card as="section" className="grid gap-5">
          <h2 className="text-subheading">{t('staff.acts')}</h2>
          {acts ?? <p className="text-muted">{t('staff.nothing')}</p>}
        </Card>
      </div>
    </div>
  );
}

function Facts({ found, locale }: { found: StaffRepair; locale: Locale }) {
  const t = translator(locale, 'repairs');
  const { condition, lockOff, wiped, handedBy, carrier, tracking } = found;
  const parcel = [carrier, tracking].filter(Boolean).join(' ');
  const facts: [string, string][] = [
    [t('facts.note'), found.note],
    [t('facts.warranty'), t(found.inWarranty ? 'facts.inWarranty' : 'facts.noWarranty')],
    [t('staff.answered'), found.answer],
    [t('facts.condition'), condition],
    [
      t('staff.privacy'),
      condition &&
        [t(lockOff ? 'staff.lockIsOff' : 'staff.lockIsOn'), t(wiped ? 'staff.isWiped' : 'staff.notWiped')].join(' · '),
    ],
    [t('facts.diagnosis'), found.diagnosis],
    [t('staff.point'), found.point ? localText(locale, found.point.name, found.point.nameZh) : ''],
    [t('facts.shipTo'), found.shipTo || t('facts.collect')],
    [t('staff.handed'), handedBy ? [t(`handOvers.${handedBy}`), parcel].filter(Boolean).join(': ') : ''],
    [t('staff.paidNote'), found.paidNote],
  ];
  return (
    <Card as="section">
      <FactList facts={facts} />
    </Card>
  );
}
