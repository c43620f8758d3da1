import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

/** How the key of an old forum is made and set, where there is none. */
export function ForumKey({ locale }: { locale: Locale }) {
  const t = translator(locale, 'imports');
  return (
    <Notice tone="info" title={t('forum.noKey')}>
      <ol className="mt-1 grid grid-cols-[minmax(0,1fr)] list-decimal gap-1.5 ps-5">
        <li>{t('forum.noKeyMake')}</li>
        <li>
          {t('forum.noKeySet')}
          <code className="mt-1 block w-fit rounded-md border border-line bg-sunken px-2.5 py-1 text-sm text-ink">
            DISCOURSE_API_KEY=…
            <br />
            DISCOURSE_API_SITE=https://…
          </code>
        </li>
      </ol>
      <p className="mt-2">{t('forum.noKeyWhy')}</p>
    </Notice>
  );
}
