import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { listMailTexts } from '@/lib/flows/notifications/mail-texts';
import { groupOf, mailGroups } from '@/lib/notifications/choices/mail-groups';
import { addressOfKind } from '@/lib/notifications/choices/mail-parts';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

type Mail = Awaited<ReturnType<typeof listMailTexts>>[number];

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
            .map((mail) => (
              <Row key={mail.kind} mail={mail} locale={locale} />
            ))}
        </ul>
      </Card>
    </section>
  ));
}

function Row({ mail: { kind, subject, own }, locale }: { mail: Mail; locale: Locale }) {
  const t = translator(locale, 'notifications');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Link
          href={inLocale(locale, paths.staff('settings', 'texts', addressOfKind(kind)))}
          className="font-medium wrap-anywhere underline-offset-4 hover:underline"
        >
          <bdi>{subject}</bdi>
        </Link>
        <p className="text-sm text-muted">{t(`mailKinds.when.${kind}` as 'mailKinds.groups.news')}</p>
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
