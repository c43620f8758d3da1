'use client';

import { LayoutDashboard, List, LogOut, Package, Settings, Sprout, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { forgetDrafts } from '@/components/draft-store';
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import type { Locale } from '@/lib/core/locale';
import type { MenuIcon } from '@/lib/core/member-menu';
import { inLocale } from '@/lib/core/paths';
import { memberMenu } from '@/lib/domains-menu';
import { paths } from '@/lib/paths';
import type { ViewerMember } from '@/lib/core/viewer';

type Props = { locale: Locale; member: ViewerMember; onSignOut: () => void };

const icons: Record<MenuIcon, ReactNode> = {
  list: <List aria-hidden />,
  parcel: <Package aria-hidden />,
  sprout: <Sprout aria-hidden />,
};

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
      {memberMenu.map(({ name, path, icon }) => (
        <MenuItem key={name} href={to(path())} icon={icons[icon]}>
          {t(`lines.${name as 'orders'}`)}
        </MenuItem>
      ))}
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
