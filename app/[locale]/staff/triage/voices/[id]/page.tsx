import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CandidateSearch } from '@/components/feedback/candidate-search';
import { NoteVoice } from '@/components/ownership/note-voice';
import { LinkVoice, VoiceToIdea } from '@/components/ownership/voice-forms';
import { VoiceWords } from '@/components/ownership/voice-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading, type Reading } from '@/lib/core/context';
import { cutTo } from '@/lib/core/fields';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listCandidates } from '@/lib/feedback/queries';
import { getVoice, type VoiceCase } from '@/lib/ownership/queries/voices';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findVoice = cache(async (voiceId: string) => {
  const staff = reading(await requirePermission('ownership.triageVoices'));
  return { staff, voice: (await getVoice(staff, { voiceId })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findVoice(id);
  return memberMetadata(translator(locale, 'feedback')('voices.title'));
});

export default pageOrMissing(async function VoicePage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { staff, voice } = await findVoice(id);
  const t = translator(locale, 'feedback');
  const words = String((await pageQuery(searchParams)).q ?? '')
    .trim()
    .slice(0, 100);
  const back = withQuery(inLocale(locale, paths.staff('triage')), { show: 'voices' });
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('voices.title')}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumb')}
            items={[{ href: back, label: t('triage.title') }, { label: t('voices.title') }]}
          />
        }
      />
      {voice.stage === 'NEW' ? (
        <Waiting voice={voice} staff={staff} words={words} locale={locale} />
      ) : (
        <Heard voice={voice} back={back} locale={locale} />
      )}
    </div>
  );
});

function Heard({ voice, back, locale }: { voice: VoiceCase; back: string; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { idea } = voice;
  return (
    <div className="grid max-w-3xl gap-6">
      <Notice
        tone="positive"
        title={t('voices.heard')}
        action={
          <ButtonLink size="sm" href={back}>
            {t('voices.back')}
          </ButtonLink>
        }
      >
        {idea ? (
          <p>
            {t('voices.speaksFor')}{' '}
            <TextLink href={inLocale(locale, paths.staff('triage', idea.id))}>
              <bdi>{idea.title}</bdi>
            </TextLink>
          </p>
        ) : (
          <p>{t('voices.noted')}</p>
        )}
      </Notice>
      <Card>
        <VoiceWords voice={voice} locale={locale} />
      </Card>
    </div>
  );
}

async function Waiting({
  voice,
  staff,
  words,
  locale,
}: {
  voice: VoiceCase;
  staff: Reading;
  words: string;
  locale: Locale;
}) {
  const t = translator(locale, 'feedback');
  const candidates = await listCandidates(staff, { productId: voice.productId, like: cutTo(voice.body, 200), words });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid min-w-0 gap-6">
        <Card className="grid gap-5">
          <VoiceWords voice={voice} locale={locale} />
          <NoteVoice id={voice.id} />
        </Card>
        <Card as="section">
          <SectionHead
            level={3}
            title={t('voices.makeTitle')}
            lead={t('voices.makeLead', { name: voice.member.name })}
          />
          <VoiceToIdea id={voice.id} name={voice.member.name} />
        </Card>
      </div>
      <Card as="section">
        <SectionHead level={3} title={t('voices.linkTitle')} lead={t('voices.linkLead')} />
        <div className="grid gap-5">
          <CandidateSearch words={words} locale={locale} />
          <LinkVoice id={voice.id} candidates={candidates} />
        </div>
      </Card>
    </div>
  );
}
