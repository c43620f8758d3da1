import { Badge, Chip } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { isOpen } from '@/lib/feedback/policy';
import type { IdeaItem, Roadmap as Columns, RoadmapStage } from '@/lib/feedback/queries';
import { roadmapStages } from '@/lib/feedback/schema';
import type { ProductName } from '@/lib/feedback/sql';

import { IdeaVote } from './idea-vote';
import { stageTone } from './stage-badge';

type Props = { roadmap: Columns; products: ProductName[]; product?: string; locale: Locale };

/** What comes, what is on the bench, what arrived. */
export function Roadmap({ roadmap, products, product, locale }: Props) {
  const t = translator(locale, 'feedback');
  const here = inLocale(locale, paths.roadmap());
  const empty = roadmapStages.every((stage) => roadmap[stage].length === 0);
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('roadmap.title')}
        lead={t('roadmap.lead')}
        actions={<ButtonLink href={inLocale(locale, paths.ideas())}>{t('roadmap.ideas')}</ButtonLink>}
      />
      <nav aria-label={t('ideas.products')} className="mb-7 flex flex-wrap gap-2">
        <Chip href={here} current={!product}>
          {t('ideas.allProducts')}
        </Chip>
        {products.map(({ handle, title, titleZh }) => (
          <Chip key={handle} href={inLocale(locale, paths.roadmap(handle))} current={product === handle}>
            {localText(locale, title, titleZh)}
          </Chip>
        ))}
      </nav>
      {empty ? (
        <EmptyState illustration="roadmap" title={t('roadmap.empty')}>
          <p>{t('roadmap.emptyBody')}</p>
        </EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-3 lg:gap-5">
          {roadmapStages.map((stage) => (
            <Column key={stage} stage={stage} ideas={roadmap[stage]} showProduct={!product} locale={locale} />
          ))}
        </div>
      )}
    </div>
  );
}

function Column({
  stage,
  ideas,
  showProduct,
  locale,
}: {
  stage: RoadmapStage;
  ideas: IdeaItem[];
  showProduct: boolean;
  locale: Locale;
}) {
  const t = translator(locale, 'feedback');
  return (
    <section aria-labelledby={`roadmap-${stage}`} className="far min-w-0 lg:rounded-2xl lg:bg-sunken/70 lg:p-4">
      <div className="mb-3 flex items-center gap-2.5 lg:px-1">
        <h2 id={`roadmap-${stage}`} className="text-subheading">
          {t(`stage.${stage}`)}
        </h2>
        <Badge tone={stageTone[stage]}>{ideas.length}</Badge>
      </div>
      <p className="mb-4 text-[0.9375rem] text-muted lg:px-1">{t(`roadmap.${stage}`)}</p>
      {ideas.length === 0 && (
        <p className="rounded-xl border border-dashed border-line-strong px-4 py-6 text-center text-muted">
          {t('roadmap.none')}
        </p>
      )}
      <ul className="grid gap-3">
        {ideas.map((idea) => (
          <Item key={idea.id} idea={idea} showProduct={showProduct} locale={locale} />
        ))}
      </ul>
    </section>
  );
}

function Item({ idea, showProduct, locale }: { idea: IdeaItem; showProduct: boolean; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { id, votes, title, product, release } = idea;
  return (
    <li className="relative flex gap-3 rounded-xl border border-line bg-surface p-3.5 transition-shadow hover:shadow-raised">
      <IdeaVote id={id} votes={votes} title={title} open={isOpen(idea)} locale={locale} />
      <div className="min-w-0 flex-1">
        <h3
          lang={langOf(idea.lang)}
          dir="auto"
          className="font-sans leading-snug font-semibold [overflow-wrap:anywhere]"
        >
          <Link
            href={inLocale(locale, paths.thread(idea))}
            className="after:absolute after:inset-0 hover:text-accent-ink"
          >
            {title}
          </Link>
        </h3>
        <p className="mt-1.5 flex flex-wrap gap-x-2.5 gap-y-1 text-sm text-muted">
          {showProduct && (
            <span className="font-medium text-ink/85">{localText(locale, product.title, product.titleZh)}</span>
          )}
          {release ? (
            <Link
              href={inLocale(locale, paths.release(release.slug))}
              className="relative z-1 font-medium text-accent-ink hover:underline hover:underline-offset-4"
            >
              {t('row.shippedIn', { version: release.version })}
            </Link>
          ) : (
            <span>{t('row.by', { name: idea.author.name })}</span>
          )}
        </p>
      </div>
    </li>
  );
}
