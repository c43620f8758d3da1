import { TabInView } from '@/components/ui/tab-in-view';
import { TabLinks } from '@/components/ui/tab-links';
import type { brandDomain } from '@/lib/brand/domain';
import { may, type Actor } from '@/lib/core/actor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { staffSection } from '@/lib/domains';
import { paths } from '@/lib/paths';

type Name = NonNullable<(typeof brandDomain)['staffSections'][0]['pages']>[number]['name'];
type Props = { actor: Actor; current: Name; locale: Locale };

/** The pages of settings that somebody may open. */
export function SettingsTabs({ actor, current, locale }: Props) {
  const t = translator(locale, 'markets');
  const items = (staffSection('settings').pages ?? [])
    .filter(({ permission }) => may(actor, permission))
    .map(({ name }) => ({
      href: inLocale(locale, paths.staff('settings', name)),
      label: t(`tabs.${name as Name}`),
      current: name === current,
    }));
  return (
    <>
      <TabLinks label={t('tabs.label')} items={items} />
      <TabInView key={current} />
    </>
  );
}
