import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { readIn } from '@/lib/pages/choices/blocks';
import type { BarData } from '@/lib/pages/choices/bar';
import { translator } from '@/lib/web/i18n';

import { innerLink } from './inner-link';

/** The line above every page for fans and buyers. It is the same for everyone, and cannot be put away: its last moment does that. */
export function Announcement({ bar, locale }: { bar: Pick<BarData, 'text' | 'link'>; locale: Locale }) {
  const { text, lang } = readIn(locale, bar.text);
  const words = <bdi lang={lang}>{text}</bdi>;
  return (
    <aside aria-label={translator(locale, 'shell')('announcement')} className="bg-solid text-on-solid">
      <p className="page py-2 text-center text-[0.9375rem] font-medium wrap-anywhere">
        {bar.link ? (
          <Link href={innerLink(locale, bar.link)} className="touch underline underline-offset-4">
            {words}
          </Link>
        ) : (
          words
        )}
      </p>
    </aside>
  );
}
