import { ActionForm } from '@/components/forms/action-form';
import { Avatar } from '@/components/ui/avatar';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { signInAction } from '@/app/actions/members';
import type { demoCast } from '@/lib/members/demo-cast';

type Props = {
  locale: Locale;
  next?: string;
  cast: { part: (typeof demoCast)[number]; name: string; avatar: string | null; email: string }[];
};

/** The demo's people at the sign-in page: one click, and the very same action as the form beside it. */
export function DemoCast({ locale, next, cast }: Props) {
  const t = translator(locale, 'members');
  return (
    <section aria-labelledby="cast" className="rounded-2xl border border-line bg-sunken/60 p-4 sm:p-6">
      <h2 id="cast" className="text-heading">
        {t('signIn.castTitle')}
      </h2>
      <p className="mt-1 text-muted">{t('signIn.castLead')}</p>
      <ul className="mt-5 grid gap-2.5 sm:grid-cols-2">
        {cast.map(({ part, name, avatar, email }) => (
          <li key={part}>
            <ActionForm
              action={signInAction}
              hidden={{ email, password: 'millet-demo', locale, next }}
              className="gap-2"
            >
              <button
                type="submit"
                className="flex w-full cursor-pointer items-center gap-3 rounded-xl border border-line bg-raised p-3 text-start transition-colors hover:border-field-line hover:bg-hover"
              >
                <span aria-hidden>
                  <Avatar name={name} src={avatar} size="lg" />
                </span>
                <span className="min-w-0">
                  <span className="block truncate font-semibold">
                    <span className="sr-only">{t('signIn.enter')} </span>
                    <bdi>{name}</bdi>
                  </span>
                  <span className="block text-sm text-muted">{t(`cast.${part}`)}</span>
                  <span className="block truncate text-sm text-muted">{email}</span>
                </span>
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
