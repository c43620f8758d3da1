import { Mark } from '@/components/ui/mark';
import type { Locale } from '@/lib/core/locale';
import type { Author } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

/** The marks alone, where a name is no link. */
export function AuthorMarks({ author, locale }: { author: Author; locale: Locale }) {
  const t = translator(locale, 'forum');
  return (
    <>
      {author.staff && <Mark kind="staff">{t('mark.staff')}</Mark>}
      {author.owner && <Mark kind="owner">{t('mark.owner')}</Mark>}
    </>
  );
}
