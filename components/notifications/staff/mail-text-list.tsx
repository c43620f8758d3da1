import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { listMailTexts } from '@/lib/flows/notifications/mail-texts';
import type { listBells } from '@/lib/flows/notifications/notice-texts';
import { groupOf, mailGroups } from '@/lib/notifications/choices/mail-groups';
import { addressOfKind } from '@/lib/notifications/choices/mail-parts';
import { bellKind, everyMail } from '@/lib/notifications/choices/notice-parts';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

type Mail = Awaited<ReturnType<typeof listMailTexts>>[number];
type Bell = Awaited<ReturnType<typeof listBells>>[number];

const editorOf = (locale: Locale, kind: string) =>
  inLocale(locale, paths.staff('settings', 'texts', addressOfKind(kind)));

/** Leads to the words that stand in every mail. */
export function EveryMailLink({ locale }: { locale: Locale }) {
  const t = translator(locale, 'notifications');
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h2 className="text-subheading">{t('noticeTexts.everyMail')}</h2>
        <p className="text-muted">{t('noticeTexts.everyMailLead')}</p>
      </div>
      <ButtonLink size="sm" href={editorOf(locale, everyMail)}>
        {t('noticeTexts.edit')}
      </ButtonLink>
    </Card>
  );
}

/** Every mail by what it is about, with its subject as it stands and whether the brand words it. */
export function MailTextList({ mails, locale }: { mails: Mail[]; locale: Locale }) {
  const t = translator(locale, 'notifications');
  return mailGroups.map((group) => (
    <section key={group} aria-labelledby={`mails-${group}`}>
      <SectionHead id={`mails-${group}`} title={t(`mailKinds.groups.${group}`)} />
      <Card flush>
        <ul className="divide-y divide-line">
          {mails
            .filter(({ kind }) => groupOf(kind) === group)
            .map(({ kind, subject, own }) => (
              <Row
                key={kind}
                href={editorOf(locale, kind)}
                words={subject}
                when={t(`mailKinds.when.${kind}` as 'mailKinds.groups.news')}
                own={own}
                locale={locale}
              />
            ))}
        </ul>
      </Card>
    </section>
  ));
}

/** Every notice of the bell by what it is about, with its sentence as it stands and whether the brand words it. */
export function BellList({ bells, locale }: { bells: Bell[]; locale: Locale }) {
  const t = translator(locale, 'notifications');
  const groups = mailGroups.filter((group) => bells.some(({ kind }) => groupOf(kind) === group));
  return (
    <section aria-labelledby="bells">
      <SectionHead id="bells" title={t('noticeTexts.bells')} lead={t('noticeTexts.bellsLead')} />
      <div className="grid gap-6">
        {groups.map((group) => (
          <div key={group}>
            <h3 className="mb-2 text-subheading">{t(`mailKinds.groups.${group}`)}</h3>
            <Card flush>
              <ul className="divide-y divide-line">
                {bells
                  .filter(({ kind }) => groupOf(kind) === group)
                  .map(({ kind, sentence, own }) => (
                    <Row
                      key={kind}
                      href={editorOf(locale, bellKind(kind))}
                      words={sentence}
                      own={own}
                      locale={locale}
                    />
                  ))}
              </ul>
            </Card>
          </div>
        ))}
      </div>
    </section>
  );
}

type RowProps = { href: string; words: string; when?: string; own: readonly Locale[]; locale: Locale };

function Row({ href, words, when, own, locale }: RowProps) {
  const t = translator(locale, 'notifications');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Link href={href} className="font-medium wrap-anywhere underline-offset-4 hover:underline">
          <bdi>{words}</bdi>
        </Link>
        {when && <p className="text-sm text-muted">{when}</p>}
      </div>
      {own.length > 0 && (
        <p className="flex gap-2">
          {own.map((language) => (
            <Badge key={language} tone="accent">
              {t(`mailTexts.ownIn.${language}`)}
            </Badge>
          ))}
        </p>
      )}
    </li>
  );
}
