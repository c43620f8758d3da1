import { TabLinks } from '@/components/ui/tab-links';
import { may, type Actor } from '@/lib/core/actor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

const pages = [
  ['brand', 'brand.manage'],
  ['shipping', 'markets.manage'],
  ['taxes', 'markets.manage'],
  ['payments', 'markets.manage'],
  ['mail', 'brand.manage'],
  ['opening', 'brand.open'],
] as const;

type Props = { actor: Actor; current: (typeof pages)[number][0]; locale: Locale };

/** The pages of settings that somebody may open. */
export function SettingsTabs({ actor, current, locale }: Props) {
  const t = translator(locale, 'markets');
  const items = pages
    .filter(([, permission]) => may(actor, permission))
    .map(([name]) => ({
      href: inLocale(locale, paths.staff('settings', name)),
      label: t(`tabs.${name}`),
      current: name === current,
    }));
  return <TabLinks label={t('tabs.label')} items={items} />;
}
