import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { endOwnSessionAction } from '@/app/actions/members';
import type { SeenSession } from '@/lib/members/queries/sessions';

import { deviceName } from './device-name';

type Props = { locale: Locale; sessions: SeenSession[]; own?: string };

/** Where a member is signed in, this device first; each of the others can be signed out. */
export function SessionList({ locale, sessions, own }: Props) {
  const rows = sessions.toSorted((a, b) => Number(b.id === own) - Number(a.id === own));
  return (
    <ul className="mb-5 divide-y divide-line border-y border-line">
      {rows.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <Device locale={locale} session={session} here={session.id === own} />
          {session.id !== own && <EndSession locale={locale} session={session} />}
        </li>
      ))}
    </ul>
  );
}

function Device({ locale, session, here }: { locale: Locale; session: SeenSession; here: boolean }) {
  const t = translator(locale, 'members');
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span>{deviceName(locale, session)}</span>
        {here && <Badge>{t('account.thisDevice')}</Badge>}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {!here && (
          <span>{t.rich('account.seen', { at: () => <RelativeTime at={session.seenAt} locale={locale} /> })}</span>
        )}
        <span>{t.rich('account.since', { at: () => <DateTime at={session.createdAt} locale={locale} /> })}</span>
      </p>
    </div>
  );
}

function EndSession({ locale, session }: { locale: Locale; session: SeenSession }) {
  const t = translator(locale, 'members');
  return (
    <ActionForm action={endOwnSessionAction} hidden={{ sessionId: session.id }}>
      <FormSubmit variant="secondary" size="sm" aria-label={`${t('account.signOut')}: ${deviceName(locale, session)}`}>
        {t('account.signOut')}
      </FormSubmit>
    </ActionForm>
  );
}
