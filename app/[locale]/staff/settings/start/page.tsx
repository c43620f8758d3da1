import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PutBackStart } from '@/components/brand/staff/start/put-back-start';
import { StartForm } from '@/components/brand/staff/start/start-form';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { WordsHistory } from '@/components/staff/words-history';
import { LanguageTabs } from '@/components/staff/language-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { startPartNames } from '@/lib/brand/choices/start-parts';
import { getStartText } from '@/lib/brand/queries/start-text';
import { reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { isLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('brand.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'brand')('start.title'));
});

export default pageOrMissing(async function StaffStartPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { language: asked } = await pageQuery(searchParams);
  const language = asked && isLocale(asked) ? asked : locale;
  const now = reading(actor);
  const [text, brand] = await Promise.all([getStartText(now, language), readBrand(now.db)]);
  const t = translator(locale, 'brand');
  const here = inLocale(locale, paths.staff('settings', 'start'));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('start.title')} lead={t('start.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="start" locale={locale} />
      <LanguageTabs here={here} language={language} locale={locale} />
      <StartForm key={`${language} ${text.shown}`} language={language} text={text} brand={brand.shortName[language]} />
      <WordsHistory
        versions={text.versions.map(({ words: own, ...each }) => ({
          ...each,
          words: startPartNames.flatMap((part) => own[part] ?? []),
        }))}
        shown={text.shown}
        own={text.own}
        language={language}
        locale={locale}
        putBack={(version) => <PutBackStart language={language} shown={text.shown} version={version} />}
      />
    </div>
  );
});
