import { MemberLink } from '@/components/members/member-link';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

import { Mark } from '@/components/ui/mark';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { ButtonLink } from '@/components/ui/button';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { VoiceItem } from '@/lib/ownership/queries/voices';

import { NoteVoice } from './note-voice';
import { Stars } from './stars';

type Props = { voices: VoiceItem[]; next: string | null; product?: string; locale: Locale };

/** Owners' answers that wait to be heard. */
export function VoiceList({ voices, next, product, locale }: Props) {
  const t = translator(locale, 'feedback');
  const here = withQuery(inLocale(locale, paths.staff('triage')), { show: 'voices', product });
  if (voices.length === 0)
    return (
      <EmptyState illustration="owners" title={t('voices.empty')}>
        <p>{t('voices.emptyBody')}</p>
      </EmptyState>
    );
  return (
    <>
      <ul className="mt-6 grid gap-4">
        {voices.map((voice) => (
          <li key={voice.id}>
            <Card as="article" className="grid gap-4">
              <VoiceWords voice={voice} locale={locale} />
              <div className="flex flex-wrap gap-2.5">
                <ButtonLink
                  size="sm"
                  variant="primary"
                  href={inLocale(locale, paths.staff('triage', 'voices', voice.id))}
                >
                  {t('voices.use')}
                </ButtonLink>
                <NoteVoice id={voice.id} />
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <Pagination
        label={t('voices.pages')}
        next={next ? { href: withQuery(here, { after: next }), label: t('voices.next') } : null}
      />
    </>
  );
}

/** Who said it, about what, how content they are, and their words. */
export function VoiceWords({ voice, locale }: { voice: VoiceItem; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { member, product } = voice;
  const name = localText(locale, product.title, product.titleZh);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Avatar name={member.name} src={member.avatar} size="sm" />
        <MemberLink member={member} locale={locale} className="font-semibold" />
        {voice.owns && <Mark kind="owner">{t('voices.owner')}</Mark>}
        <span className="text-sm text-muted">
          <bdi>{name}</bdi> · {localText(locale, voice.variant, voice.variantZh)}
        </span>
        <Stars rating={voice.rating} locale={locale} />
        <RelativeTime at={voice.createdAt} locale={locale} className="text-sm text-muted" />
      </div>
      <p className="text-sm text-muted">{localText(locale, voice.question, voice.questionZh)}</p>
      <blockquote
        dir="auto"
        className="border-s-2 border-accent ps-4 text-[1.0625rem] leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]"
      >
        {voice.body}
      </blockquote>
    </div>
  );
}
