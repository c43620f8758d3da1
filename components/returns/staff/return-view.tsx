import type { ReactNode } from 'react';

import { MemberLink } from '@/components/members/member-link';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { CaseHistory } from '@/components/staff/case-history';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { pieces } from '@/lib/orders/choices/item-words';
import { lineTitle } from '@/lib/orders/schema';
import { paths } from '@/lib/paths';
import type { StaffReturn } from '@/lib/returns/queries';

import { ReturnStateBadge } from '../return-state';

type Props = { found: StaffReturn; locale: Locale; home: string; acts: ReactNode };

/** One return for staff: what comes back and why, what was done, and what can be done next. */
export function ReturnView({ found, locale, home, acts }: Props) {
  const t = translator(locale, 'returns');
  const crumbs = [{ label: t('staff.title'), href: inLocale(locale, paths.staff('returns')) }, { label: found.number }];
  const money = (minor: number) => formatMoney(minor, found.order.currency, locale, home);
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('staff.title')} />}
        title={t('numbered', { number: found.number })}
        meta={
          <>
            <ReturnStateBadge state={found.state} locale={locale} />
            <span>{t(`wishes.${found.wish}`)}</span>
            <span>
              {t('staff.ofOrder')}{' '}
              <TextLink href={inLocale(locale, paths.staff('orders', found.order.number))}>
                {found.order.number}
              </TextLink>
            </span>
            <MemberLink member={found.member} locale={locale} className="text-accent-ink underline" />
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          <Goods found={found} locale={locale} money={money} />
          {(found.note || found.answer) && (
            <Card as="section" className="grid gap-4">
              {found.note && <Words title={t('staff.note')} text={found.note} />}
              {found.answer && <Words title={t('staff.answered')} text={found.answer} />}
            </Card>
          )}
          <CaseHistory
            title={t('staff.history')}
            steps={found.steps.map(({ state, ...step }) => ({ ...step, said: t(`states.${state}`) }))}
            locale={locale}
          />
        </div>
        <Card as="section" className="grid gap-5">
          <h2 className="text-subheading">{t('staff.acts')}</h2>
          {acts ?? (
            <p className="text-muted">{t(found.state === 'COUNTED' ? 'staff.waitsForRefund' : 'staff.nothing')}</p>
          )}
        </Card>
      </div>
    </div>
  );
}

type GoodsProps = { found: StaffReturn; locale: Locale; money: (minor: number) => string };

// What comes back, what is given for it, and how it is followed.
function Goods({ found, locale, money }: GoodsProps) {
  const t = translator(locale, 'returns');
  return (
    <Card as="section" className="grid gap-4">
      {found.lines.map((line) => (
        <Line key={line.lineId} line={line} locale={locale} money={money} />
      ))}
      {found.deductMinor > 0 && (
        <Fact label={found.deductReason || t('staff.deducted')}>−{money(found.deductMinor)}</Fact>
      )}
      {found.refundMinor !== null && found.wish !== 'MISSING' && (
        <Fact label={t('staff.refundTotal')}>{money(found.refundMinor)}</Fact>
      )}
      {found.replacement && (
        <Fact label={t('staff.replacement')}>
          <TextLink href={inLocale(locale, paths.staff('orders', found.replacement.number))}>
            {found.replacement.number}
          </TextLink>
        </Fact>
      )}
      {found.carrier && <Fact label={found.carrier}>{found.tracking || '–'}</Fact>}
    </Card>
  );
}

type LineProps = { line: StaffReturn['lines'][number]; locale: Locale; money: (minor: number) => string };

function Line({ line: { announced, counted, grade, outcome, valueMinor, line }, locale, money }: LineProps) {
  const t = translator(locale, 'returns');
  const facts = [
    counted !== null && t('staff.countedOf', { counted, announced }),
    grade && counted ? t(`grades.${grade}`) : null,
    outcome && counted ? t(`outcomes.${outcome}`) : null,
  ];
  return (
    <div className="flex flex-wrap justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <h2 className="font-semibold break-words">{pieces(announced, lineTitle(locale, line))}</h2>
        <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {valueMinor !== null && outcome !== 'REPLACE' && <span>{money(valueMinor)}</span>}
    </div>
  );
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 border-t border-line pt-3">
      <span className="text-muted">{label}</span>
      <span className="font-semibold break-all">{children}</span>
    </div>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 className="text-sm text-muted">{title}</h2>
      <p dir="auto" className="break-words whitespace-pre-line">
        {text}
      </p>
    </div>
  );
}
