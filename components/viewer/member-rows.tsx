'use client';

import { LayoutDashboard, LogOut, Package, Settings, Sprout, UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { forgetDrafts } from '@/components/draft-store';
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ViewerMember } from '@/lib/core/viewer';

type Props = { locale: Locale; member: ViewerMember; onSignOut: () => void };

/** What a member's menu in the header leads to. */
export function MemberRows({ locale, member, onSignOut }: Props) {
  const t = useTranslations('viewer');
  const to = (path: string) => inLocale(locale, path);
  const signOut = () => {
    forgetDrafts(member.id);
    onSignOut();
  };
  return (
    <>
      <MenuLabel>
        <span className="block max-w-56 truncate font-semibold text-ink">
          <bdi>{member.name}</bdi>
        </span>
        @{member.handle}
      </MenuLabel>
      <MenuItem href={to(paths.member(member.handle))} icon={<UserRound aria-hidden />}>
        {t('profile')}
      </MenuItem>
      <MenuItem href={to(paths.orders())} icon={<Package aria-hidden />}>
        {t('orders')}
      </MenuItem>
      <MenuItem href={to(paths.owned())} icon={<Sprout aria-hidden />}>
        {t('owned')}
      </MenuItem>
      <MenuItem href={to(paths.profile())} icon={<Settings aria-hidden />}>
        {t('account')}
      </MenuItem>
      {member.staff && (
        <>
          <MenuSeparator />
          <MenuItem href={to(paths.staff())} icon={<LayoutDashboard aria-hidden />}>
            {t('staff')}
          </MenuItem>
        </>
      )}
      <MenuSeparator />
      <MenuItem onSelect={signOut} icon={<LogOut aria-hidden />}>
        {t('signOut')}
      </MenuItem>
    </>
  );
}
