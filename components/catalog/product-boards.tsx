import { Avatar } from '@/components/ui/avatar';
import { Card, SectionHead } from '@/components/ui/card';
import { Link, TextLink } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ProductStage } from '@/lib/flows/catalog/get-product-stage';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';

/** Where the product is talked about, and what was said there last. */
export function ProductBoards({ boards, locale }: { boards: ProductStage['boards']; locale: Locale }) {
  const t = translator(locale, 'catalog');
  if (boards.length === 0) return null;
  return (
    <section aria-labelledby="product-boards" className="far mt-14">
      <SectionHead id="product-boards" title={t('boards')} />
      <div className="grid gap-6">
        {boards.map((board) => (
          <Card key={board.slug} flush>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line p-4 sm:px-6">
              <h3 className="text-subheading">
                <TextLink href={inLocale(locale, paths.board(board.slug))}>
                  {localText(locale, board.name, board.nameZh)}
                </TextLink>
              </h3>
              <p className="text-sm text-muted">{t('threads', { count: board.threadCount })}</p>
            </div>
            <ul className="divide-y divide-line">
              {board.threads.map((thread) => (
                <li key={thread.number} className="relative flex items-center gap-3 px-4 py-3 hover:bg-hover sm:px-6">
                  <Avatar name={thread.author.name} src={thread.author.avatar} size="sm" />
                  <Link
                    href={inLocale(locale, paths.thread(thread))}
                    lang={langOf(thread.lang)}
                    dir="auto"
                    className="min-w-0 flex-1 font-medium wrap-anywhere sm:truncate after:absolute after:inset-0"
                  >
                    {thread.title}
                  </Link>
                  <span className="shrink-0 text-sm text-muted">
                    <RelativeTime at={thread.lastPostAt} locale={locale} narrow />
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </section>
  );
}
