import { Chip } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Lightbulb } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { ideasPath, type IdeasView } from '@/lib/feedback/ideas-view';
import type { IdeaItem, IdeaList, ProductOfIdeas } from '@/lib/feedback/queries';

import { IdeaRow } from './idea-row';

type Props = { view: IdeasView; list: IdeaList; products: ProductOfIdeas[]; locale: Locale };

const stages = ['OPEN', 'NEW', 'ACCEPTED', 'PLANNED', 'STARTED', 'SHIPPED', 'DECLINED'] as const;

/** What fans ask for: by product, by stage, most wanted or newest first. */
export function IdeasPage({ view, list, products, locale }: Props) {
  const t = translator(locale, 'feedback');
  const first = { ...view, after: null };
  const board = products.find(({ handle }) => handle === view.product)?.board ?? undefined;
  const share = inLocale(locale, paths.newThread(board, 'IDEA'));
  const go = (change: Partial<IdeasView>) => inLocale(locale, ideasPath({ ...first, ...change }));
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('ideas.title')}
        lead={t('ideas.lead')}
        actions={
          <ButtonLink variant="primary" prefetch={false} href={share} icon={<Lightbulb aria-hidden />}>
            {t('ideas.post')}
          </ButtonLink>
        }
      />
      <nav aria-label={t('ideas.products')} className="mb-4 flex flex-wrap gap-2">
        <Chip href={go({ product: null })} current={view.product === null}>
          {t('ideas.allProducts')}
        </Chip>
        {products.map(({ handle, title, titleZh }) => (
          <Chip key={handle} href={go({ product: handle })} current={view.product === handle}>
            {localText(locale, title, titleZh)}
          </Chip>
        ))}
      </nav>
      <TabLinks
        label={t('ideas.stages')}
        items={stages.map((stage) => ({
          href: go({ stage }),
          label: t(`filter.${stage}`),
          current: view.stage === stage,
        }))}
      />
      <div className="mt-5 mb-3 flex justify-end gap-2">
        {(['top', 'new'] as const).map((order) => (
          <Chip key={order} href={go({ order })} current={view.order === order}>
            {t(`order.${order}`)}
          </Chip>
        ))}
      </div>
      <Ideas ideas={list.ideas} view={view} locale={locale} />
      <Pagination
        label={t('ideas.pages')}
        previous={view.after ? { href: go({}), label: t('ideas.toStart') } : null}
        next={list.next ? { href: go({ after: list.next }), label: t('ideas.more') } : null}
      />
    </div>
  );
}

function Ideas({ ideas, view, locale }: { ideas: IdeaItem[]; view: IdeasView; locale: Locale }) {
  const t = translator(locale, 'feedback');
  if (ideas.length === 0) {
    return (
      <Card>
        <EmptyState
          illustration="ideas"
          title={t('ideas.empty')}
          action={<ButtonLink href={inLocale(locale, paths.ideas())}>{t('ideas.all')}</ButtonLink>}
        >
          <p>{t('ideas.emptyBody')}</p>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card flush>
      <ul aria-label={t('ideas.list')} className="far-rows divide-y divide-line">
        {ideas.map((idea) => (
          <IdeaRow key={idea.id} idea={idea} locale={locale} showProduct={view.product === null} />
        ))}
      </ul>
    </Card>
  );
}
