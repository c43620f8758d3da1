import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MakeIdeaForm } from '@/components/feedback/make-idea-form';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { Prose } from '@/components/ui/prose';
import { TextField } from '@/components/ui/text-field';
import { may } from '@/lib/core/actor';
import { reading, type Reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listProductChoices } from '@/lib/catalog/queries';
import { findPostToMake } from '@/lib/forum/queries/post-to-make';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Post = NonNullable<Awaited<ReturnType<typeof findPostToMake>>>;

const enter = () => requirePermission('feedback.makeIdeas');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'feedback')('make.heading'));
});

export default pageOrMissing(async function MakeIdeaPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const staff = reading(actor);
  const pointer = String((await pageQuery(searchParams)).post ?? '');
  const post = pointer ? await findPostToMake(staff, { pointer }) : null;
  const t = translator(locale, 'feedback');
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('make.heading')}
        lead={t('make.lead')}
        breadcrumbs={may(actor, 'feedback.triage') && <Crumbs locale={locale} />}
      />
      <form className="mb-8 grid max-w-2xl gap-3">
        <TextField
          name="post"
          label={t('make.pointer')}
          hint={t('make.pointerHint')}
          defaultValue={pointer}
          error={pointer && !post ? t('make.unknown') : undefined}
        />
        <Button type="submit" className="justify-self-start">
          {t('make.show')}
        </Button>
      </form>
      {post && <Chosen post={post} staff={staff} locale={locale} />}
    </div>
  );
});

function Crumbs({ locale }: { locale: Locale }) {
  const t = translator(locale, 'feedback');
  const triage = { label: t('triage.title'), href: inLocale(locale, paths.staff('triage')) };
  return <Breadcrumbs label={t('triage.title')} items={[triage, { label: t('make.heading') }]} />;
}

async function Chosen({ post, staff, locale }: { post: Post; staff: Reading; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { author, thread, number } = post;
  const made = number === 1 && thread.idea ? thread : post.ideas[0]?.thread;
  const products = await listProductChoices(staff);
  const options = products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Card className="grid gap-4">
        <p className="flex items-center gap-2.5">
          <Avatar name={author.name} src={author.avatar} size="sm" />
          <span className="font-semibold">
            <bdi>{author.name}</bdi>
          </span>
          <TextLink href={inLocale(locale, onBoard(thread.board, paths.post(thread, number)))}>
            <bdi>{thread.title}</bdi>
          </TextLink>
        </p>
        <Prose sanitizedHtml={post.html} compact />
      </Card>
      <Card as="section" look="raised">
        <SectionHead
          level={3}
          title={number === 1 ? t('make.fromThread') : t('make.fromReply')}
          lead={number === 1 ? t('make.fromThreadLead') : t('make.fromReplyLead', { name: author.name })}
        />
        {made ? (
          <Notice tone="info" title={t('make.already')}>
            <TextLink href={inLocale(locale, onBoard(thread.board, paths.thread(made)))}>{t('make.see')}</TextLink>
          </Notice>
        ) : (
          <MakeIdeaForm
            postId={post.id}
            opening={number === 1}
            name={author.name}
            product={thread.board.productId ?? undefined}
            products={options}
          />
        )}
      </Card>
    </div>
  );
}
