import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ScheduleForm } from '@/components/drops/schedule-form';
import { ChooseFirst } from '@/components/forms/choose-first';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextField } from '@/components/ui/text-field';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listOfferable } from '@/lib/catalog/offerable';
import { countriesOf } from '@/lib/core/offers';
import { getPlanDraft } from '@/lib/drops/queries/plan-draft';
import { mostWaves } from '@/lib/drops/schema';
import { getMarket } from '@/lib/markets/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('drops.run');

const countIn = (asked: string | undefined) =>
  /^\d{1,2}$/.test(asked ?? '') ? Math.min(Number(asked), mostWaves - 1) : 0;

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = (await params) as { locale: Locale };
  return memberMetadata(translator(locale, 'drops')('staff.plan'));
});

export default pageOrMissing(async function PlanDropPage({ params, searchParams }: Props) {
  const { locale } = (await params) as { locale: Locale };
  const actor = await enter();
  const { product, from, further } = await pageQuery(searchParams);
  const t = translator(locale, 'drops');
  const now = reading(actor);
  const products = await listOfferable(now);
  const copied = from ? await getPlanDraft(now, { id: from }) : null;
  const market = await getMarket(now);
  const crumbs = (
    <Breadcrumbs
      label={t('staff.title')}
      items={[{ label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) }, { label: t('staff.plan') }]}
    />
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.plan')} lead={t(copied ? 'staff.copyLead' : 'staff.planLead')} breadcrumbs={crumbs} />
      {products.length === 0 ? (
        <EmptyState illustration="empty" title={t('staff.noProducts')} />
      ) : (
        <>
          <ChooseFirst
            label={t('staff.product')}
            name="product"
            defaultValue={copied?.draft.productId ?? product}
            options={products.map(({ id, title, titleZh }) => ({
              value: id,
              label: localText(locale, title, titleZh),
            }))}
            go={t('staff.chooseFirst')}
          >
            <TextField
              id="further"
              name="further"
              label={t('staff.further.count')}
              type="number"
              min={0}
              max={mostWaves - 1}
              defaultValue={String(copied?.draft.further.length ?? countIn(further))}
            />
          </ChooseFirst>
          {/* A copy is another form than the one that was open before: nothing of that stays in it. */}
          <ScheduleForm
            key={copied?.id ?? 'new'}
            products={products}
            locale={locale}
            countries={countriesOf(market)}
            further={countIn(further)}
            draft={copied ? { ...copied.draft, opensAt: undefined, closesAt: undefined } : { productId: product }}
          />
        </>
      )}
    </div>
  );
});
