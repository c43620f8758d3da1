import { redirect } from 'next/navigation';

import { pageOrMissing } from '@/app/[locale]/or-missing';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

/** Leads to the first page of settings. */
export default pageOrMissing(async function StaffSettingsPage({ params }: Props) {
  await requirePermission('brand.manage');
  redirect(inLocale((await params).locale, paths.staff('settings', 'brand')));
});
