import { countWords } from '@/components/staff/count-words';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { translator } from '@/lib/web/i18n';

type Props = { locale: Locale; wrong: { name: string; count: number; path?: string }[] };

/** What does not work; nothing while everything does. */
export function WrongList({ locale, wrong }: Props) {
  const t = translator(locale, 'staff');
  if (wrong.length === 0) return null;
  return (
    <Notice tone="warning" className="mb-6" title={t('dashboard.wrongTitle')}>
      <ul className="grid gap-1">
        {wrong.map(({ name, count, path }) => (
          <li key={name}>
            {t(`dashboard.wrong.${name as 'jobs'}`, { count, shown: countWords(count) })}{' '}
            {path && (
              <Link href={inLocale(locale, path)} className="font-medium underline">
                {t('dashboard.look')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
