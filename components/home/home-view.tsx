import { ProductCard } from '@/components/catalog/product-card';
import { DropCard } from '@/components/drops/drop-card';
import { IdeaRow } from '@/components/feedback/idea-row';
import { ThreadList } from '@/components/forum/thread-list';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import type { ListedProduct } from '@/lib/catalog/queries';
import type { StartWords } from '@/lib/brand/choices/start-parts';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ListedDrop } from '@/lib/drops/queries';
import type { IdeaItem, ReleaseItem } from '@/lib/feedback/queries';
import type { ThreadItem } from '@/lib/forum/queries';

import { Hero } from './hero';
import { LatestReleases } from './latest-releases';
import { Loop } from './loop';

type Props = {
  locale: Locale;
  words: StartWords;
  areas: Record<SiteArea, boolean>;
  drop: ListedDrop | null;
  ideas: IdeaItem[];
  releases: ReleaseItem[];
  threads: ThreadItem[];
  products: ListedProduct[];
};

/** The start page: the next drop, what was asked for and shipped, what is wanted, what is said. */
export function HomeView({ locale, words, areas, drop, ideas, releases, threads, products }: Props) {
  const t = translator(locale, 'home');
  return (
    <div className="pb-16">
      <Hero locale={locale} words={words} />
      {drop && (
        <section aria-labelledby="home-drop" className="page mt-14">
          <SectionHead
            id="home-drop"
            title={drop.phase === 'upcoming' ? words.dropNext : words.dropNow}
            action={<More label={t('allDrops')} locale={locale} path={paths.drops()} />}
          />
          <DropCard drop={drop} locale={locale} wide />
        </section>
      )}
      {areas.ideas && areas.releases && areas.drops && <Loop words={words} />}
      <div className="far page mt-16 grid items-start gap-x-8 gap-y-14 lg:grid-cols-2">
        {releases.length > 0 && <LatestReleases releases={releases} locale={locale} words={words} />}
        {ideas.length > 0 && <WantedIdeas ideas={ideas} locale={locale} words={words} />}
      </div>
      {threads.length > 0 && (
        <section aria-labelledby="home-threads" className="far page mt-16">
          <SectionHead
            id="home-threads"
            title={words.threads}
            action={<More label={t('allBoards')} locale={locale} path={paths.boards()} />}
          />
          <Card flush>
            <ThreadList threads={threads} locale={locale} label={words.threads} showBoard />
          </Card>
        </section>
      )}
      {products.length > 0 && (
        <section aria-labelledby="home-products" className="far page mt-16">
          <SectionHead
            id="home-products"
            title={words.products}
            action={<More label={t('allProducts')} locale={locale} path={paths.products()} />}
          />
          <ul className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3">
            {products.map((product) => (
              <li key={product.id}>
                <ProductCard product={product} locale={locale} level={3} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function WantedIdeas({ ideas, locale, words }: Pick<Props, 'ideas' | 'locale' | 'words'>) {
  const t = translator(locale, 'home');
  return (
    <section aria-labelledby="home-ideas">
      <SectionHead
        id="home-ideas"
        title={words.ideas}
        lead={words.ideasLead}
        action={<More label={t('allIdeas')} locale={locale} path={paths.ideas()} />}
      />
      <Card flush>
        <ul className="divide-y divide-line">
          {ideas.map((idea) => (
            <IdeaRow key={idea.id} idea={idea} locale={locale} level={3} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function More({ label, locale, path }: { label: string; locale: Locale; path: string }) {
  return (
    <ButtonLink size="sm" href={inLocale(locale, path)}>
      {label}
    </ButtonLink>
  );
}
