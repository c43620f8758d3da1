import { locale } from 'next/root-params';

import { NotFoundPage } from '@/components/shell/state-pages';
import { isLocale } from '@/lib/core/locale';

export default async function NotFound() {
  const wanted = await locale();
  return <NotFoundPage locale={isLocale(wanted ?? '') ? (wanted as 'en' | 'zh') : 'en'} />;
}
