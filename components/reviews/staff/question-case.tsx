import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import type { SignedIn } from '@/lib/core/actor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { canAnswer, canHide } from '@/lib/reviews/policy';
import { questionPath } from '@/lib/reviews/choices/question-paths';
import type { QuestionCase as Case } from '@/lib/reviews/queries';

import { AnswerAsBrand } from './answer-as-brand';
import { DecideQuestion } from './decide-question';

type Props = { question: Case; actor: SignedIn; locale: Locale };

/** A shopper's question with all that was said to it, and what staff do about it. */
export function QuestionCase({ question, actor, locale }: Props) {
  const t = translator(locale, 'reviews');
  const { id, posts, rule, product, _count } = question;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <Card flush>
        <ul className="divide-y divide-line">
          <Said said={question} mayHide={canHide(actor, question)} questionId={id} locale={locale} />
          {posts.map((post) => (
            <Said
              key={post.id}
              said={post}
              mayHide={canHide(actor, post)}
              questionId={id}
              postId={post.id}
              locale={locale}
            />
          ))}
        </ul>
      </Card>
      <Card as="section" className="grid gap-5">
        <SectionHead level={3} title={t('asked.answerTitle')} lead={t('asked.answerLead')} />
        <p className="text-muted">{t('asked.sentTo', { count: _count.sent })}</p>
        {rule === null && canAnswer(actor) && <AnswerAsBrand questionId={id} />}
        {rule === null && (
          <TextLink href={inLocale(locale, questionPath(product.handle, id))}>{t('staff.public')}</TextLink>
        )}
      </Card>
    </div>
  );
}

type Words = Pick<Case['posts'][number], 'body' | 'rule' | 'reason' | 'createdAt' | 'member'> & {
  kind?: Case['posts'][number]['kind'];
};
type SaidProps = { said: Words; mayHide: boolean; questionId: string; postId?: string; locale: Locale };

function Said({ said: { body, rule, reason, createdAt, member, kind }, mayHide, locale, ...about }: SaidProps) {
  const t = translator(locale, 'reviews');
  return (
    <li className="grid min-w-0 gap-2 p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <bdi className="font-semibold text-ink wrap-anywhere">{member.name}</bdi>
        <span>{t(`asked.kinds.${kind ?? 'QUESTION'}`)}</span>
        <DateTime at={createdAt} locale={locale} format="moment" />
        {rule && <Badge tone="danger">{t('asked.hidden')}</Badge>}
      </p>
      <p dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-line">
        {body}
      </p>
      {rule && (
        <p dir="auto" className="text-sm text-muted">
          {t('staff.hiddenBy', { rule: t(`rules.${rule}`), reason })}
        </p>
      )}
      {mayHide && <DecideQuestion {...about} isHidden={rule !== null} />}
    </li>
  );
}
