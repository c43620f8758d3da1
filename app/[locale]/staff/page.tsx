import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { roleName } from '@/components/members/staff/role-name';
import { FigureCard } from '@/components/staff/dashboard/figure-card';
import { TodayList } from '@/components/staff/dashboard/today-list';
import { WaitingList } from '@/components/staff/dashboard/waiting-list';
import { WrongList } from '@/components/staff/dashboard/wrong-list';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import type { Locale } from '@/lib/core/locale';
import { readOpening } from '@/lib/core/opening';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { countLeft, readSetup } from '@/lib/flows/members/read-setup';
import { readFigures, readToday, readWaiting, readWrong } from '@/lib/web/read-dashboard';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requireStaff } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requireStaff();

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = await params;
  return memberMetadata(translator(locale, 'staff')('title'));
});

export default pageOrMissing(async function StaffPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'staff');
  const staff = { ...reading(actor), actor };
  const [work, happenings, figures, wrong, steps, { currency }] = await Promise.all([
    readWaiting(actor),
    readToday(staff),
    readFigures(staff),
    readWrong(staff),
    // What is left before opening is no news after it.
    may(actor, 'members.manageRoles') ? readOpening().then(({ open }) => (open ? [] : readSetup(staff))) : [],
    currentBrand(),
  ]);
  const left = countLeft(steps);
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('rooms.home')}
        lead={t('lead')}
        eyebrow={actor.roles.map((role) => roleName(locale, role)).join(' · ')}
        actions={<NoticesLink locale={locale} />}
      />
      {left > 0 && (
        <Notice
          tone="accent"
          className="mb-6"
          title={t('setupPage.title')}
          action={<ButtonLink href={inLocale(locale, paths.staff('setup'))}>{t('setupPage.see')}</ButtonLink>}
        >
          {t('setupPage.lead', { left })}
        </Notice>
      )}
      <WrongList locale={locale} wrong={wrong} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[repeat(2,minmax(0,1fr))]">
        <WaitingList locale={locale} work={work} />
        <TodayList locale={locale} happenings={happenings} />
      </div>
      <Figures locale={locale} figures={figures} home={currency} />
    </div>
  );
});

type FiguresProps = { locale: Locale; figures: Awaited<ReturnType<typeof readFigures>>; home: string };

function Figures({ locale, figures, home }: FiguresProps) {
  const t = translator(locale, 'staff');
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="figures" className="mt-8">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="figures" className="text-heading">
          {t('dashboard.figuresTitle')}
        </h2>
        <Link href={inLocale(locale, paths.staff('figures'))} className="touch text-accent-ink underline">
          {t('figures.link')}
        </Link>
      </div>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {figures.map((figure) => (
          <FigureCard key={`${figure.name} ${figure.currency ?? ''}`} locale={locale} figure={figure} home={home} />
        ))}
      </div>
    </section>
  );
}

function NoticesLink({ locale }: { locale: Locale }) {
  return (
    <ButtonLink href={inLocale(locale, paths.staff('notices'))}>
      {translator(locale, 'staffNotices')('link')}
    </ButtonLink>
  );
}
