import { notFound, redirect } from 'next/navigation';

import { pageOrMissing } from '@/app/[locale]/or-missing';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { firstPageOf, staffSection } from '@/lib/domains';
import { paths } from '@/lib/paths';
import { requireAnyPermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

/** Leads to the first page of settings that the reader may open. */
export default pageOrMissing(async function StaffSettingsPage({ params }: Props) {
  const pages = staffSection('settings').pages ?? [];
  const actor = await requireAnyPermission(pages.map(({ permission }) => permission));
  const first = firstPageOf('settings', actor) ?? notFound();
  redirect(inLocale((await params).locale, paths.staff('settings', first)));
});
