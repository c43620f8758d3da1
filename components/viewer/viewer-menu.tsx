'use client';

import { Bell, ShoppingBag } from 'lucide-react';
import { startTransition, useActionState, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { Link } from '@/components/ui/link';
import { Menu } from '@/components/ui/menu';
import { onDemand } from '@/components/ui/on-demand';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Viewer, ViewerMember } from '@/lib/core/viewer';
import { signOutAction } from '@/app/actions/members';

import { expectMember, memberExpected } from './member-hint';
import { useViewer } from './viewer-provider';
import { useWayBack } from './use-way-back';

/** The reader's part of the header: the cart, two links for guests, bell and menu for members. */
export function ViewerMenu({ locale, shop }: { locale: Locale; /** Whether the site has a shop. */ shop: boolean }) {
  const { viewer } = useViewer();
  const expected = useMemberExpected(viewer);
  return (
    <>
      {shop && <CartLink locale={locale} count={viewer?.cart ?? 0} />}
      <OwnPart locale={locale} viewer={viewer} expected={expected} />
    </>
  );
}

function OwnPart({ locale, viewer, expected }: { locale: Locale; viewer: Viewer | null; expected: boolean }) {
  if (!viewer && expected) return <span aria-hidden className="me-1 block size-8 rounded-full bg-sunken" />;
  if (!viewer?.member) return <GuestLinks locale={locale} />;
  return (
    <>
      <UnreadBell locale={locale} count={viewer.unread} />
      <MemberMenu locale={locale} member={viewer.member} />
    </>
  );
}

// Somebody who was signed in a moment ago most likely still is: until the answer comes they are not shown a guest's links.
function useMemberExpected(viewer: Viewer | null): boolean {
  useEffect(() => {
    if (viewer) expectMember(!!viewer.member);
  }, [viewer]);
  return useSyncExternalStore(
    () => () => undefined,
    memberExpected,
    () => false,
  );
}

// The document is the same for everybody: without scripts it cannot know its reader, and leads members to their account and guests to the sign-in.
function GuestLinks({ locale }: { locale: Locale }) {
  const t = useTranslations('viewer');
  const back = useWayBack(locale);
  return (
    <>
      <ButtonLink href={inLocale(locale, paths.signIn(back))} variant="quiet" rel="nofollow" className="js-only">
        {t('signIn')}
      </ButtonLink>
      <ButtonLink
        href={inLocale(locale, paths.signUp(back))}
        variant="primary"
        rel="nofollow"
        className="js-only max-sm:hidden"
      >
        {t('signUp')}
      </ButtonLink>
      <noscript>
        <ButtonLink href={inLocale(locale, paths.profile())} rel="nofollow">
          {t('own')}
        </ButtonLink>
      </noscript>
    </>
  );
}

// It stands in the document that everybody gets; how much is in it is painted over it.
function CartLink({ locale, count }: { locale: Locale; count: number }) {
  const t = useTranslations('viewer');
  const label = t('cart', { count });
  return (
    <Link
      href={inLocale(locale, paths.cart())}
      rel="nofollow"
      aria-label={label}
      title={label}
      className={buttonLook('quiet', 'md', 'relative w-10 px-0!')}
    >
      <ShoppingBag aria-hidden />
      <Count of={count} />
    </Link>
  );
}

function Count({ of: count }: { of: number }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden
      className="numerals absolute end-0.5 top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] leading-none font-bold text-on-accent"
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}

function UnreadBell({ locale, count }: { locale: Locale; count: number }) {
  const t = useTranslations('viewer');
  const label = t('notifications', { count });
  return (
    <Link
      href={inLocale(locale, paths.notifications())}
      aria-label={label}
      title={label}
      className={buttonLook('quiet', 'md', 'relative w-10 px-0!')}
    >
      <Bell aria-hidden />
      <Count of={count} />
    </Link>
  );
}

const rows = onDemand(() => import('./member-rows'));

function MemberMenu({ locale, member }: { locale: Locale; member: ViewerMember }) {
  const t = useTranslations('viewer');
  const signOut = useSignOut(locale);
  return (
    <Menu
      label={t('menu', { name: member.name })}
      trigger={<MenuFace member={member} label={t('menu', { name: member.name })} />}
      needs={rows}
    >
      {({ MemberRows }) => <MemberRows locale={locale} member={member} onSignOut={signOut} />}
    </Menu>
  );
}

function MenuFace({
  member,
  label,
  ...rest
}: { member: ViewerMember; label: string } & React.ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className="touch grid size-10 cursor-pointer place-items-center rounded-full outline-offset-2"
    >
      <Avatar name={member.name} src={member.avatar} size="sm" />
    </button>
  );
}

// The start page may be the page at hand: then no new path asks again who is reading.
function useSignOut(locale: Locale): () => void {
  const { refresh } = useViewer();
  const [, dispatch, pending] = useActionState(signOutAction, { status: 'idle' });
  const leaving = useRef(false);
  const settle = useEffectEvent((busy: boolean) => {
    if (leaving.current && !busy) void refresh();
    leaving.current = busy;
  });
  useEffect(() => settle(pending), [pending]);
  return () => {
    const form = new FormData();
    form.set('locale', locale);
    startTransition(() => dispatch(form));
  };
}
