import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { Link, TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { ideasPath, wholeView } from '@/lib/feedback/ideas-view';
import type { ProductVoice } from '@/lib/feedback/queries';

import { IdeaRow } from './idea-row';

/** On a product's page: what its fans asked for and got, whom to thank, and what is still wanted. */
export function AskedAndGot({ voice, locale }: { voice: ProductVoice; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { got, asked, credited, handle } = voice;
  return (
    <section aria-labelledby="asked-and-got" className="far mt-14">
      <SectionHead
        id="asked-and-got"
        title={t('voice.title')}
        lead={t('voice.lead')}
        action={
          <ButtonLink size="sm" href={inLocale(locale, ideasPath({ ...wholeView, product: handle }))}>
            {t('voice.all')}
          </ButtonLink>
        }
      />
      {got.length + asked.length === 0 ? (
        <Card look="sunken">
          <p className="text-muted">{t('voice.empty')}</p>
        </Card>
      ) : (
        <div className="grid items-start gap-x-6 gap-y-8 lg:grid-cols-2">
          <Side title={t('voice.got')} empty={t('voice.gotNone')} ideas={got} locale={locale} />
          <Side title={t('voice.asked')} empty={t('voice.askedNone')} ideas={asked} locale={locale} />
        </div>
      )}
      {credited.length > 0 && <Thanks voice={voice} locale={locale} />}
    </section>
  );
}

function Side({
  title,
  empty,
  ideas,
  locale,
}: {
  title: string;
  empty: string;
  ideas: ProductVoice['got'];
  locale: Locale;
}) {
  return (
    <div className="min-w-0">
      <h3 className="mb-3 text-subheading">{title}</h3>
      {ideas.length === 0 ? (
        <Card look="sunken">
          <p className="text-muted">{empty}</p>
        </Card>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {ideas.map((idea) => (
              <IdeaRow key={idea.id} idea={idea} locale={locale} showProduct={false} level={3} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Thanks({ voice: { credited, releases }, locale }: { voice: ProductVoice; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <Card look="accent" className="mt-6 grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div>
        <h3 className="mb-3 font-sans font-semibold">{t('voice.thanks')}</h3>
        <ul className="flex flex-wrap gap-x-5 gap-y-2.5">
          {credited.map(({ handle, name, avatar }) => (
            <li key={handle}>
              <Link
                href={inLocale(locale, paths.member(handle))}
                className="flex items-center gap-2 hover:underline hover:underline-offset-4"
              >
                <Avatar name={name} src={avatar} size="sm" />
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <ul className="grid gap-1 text-[0.9375rem]">
        {releases.map((release) => (
          <li key={release.slug}>
            <TextLink href={inLocale(locale, paths.release(release.slug))}>
              {release.version} · {localText(locale, release.title, release.titleZh)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
