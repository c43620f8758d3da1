import { z } from 'zod';

import { declareNotices, localized, mailNotice, noData, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const code = z.object({ code: z.string() });

/** Notices about accounts, to their members. */
export const memberNotices = declareNotices({
  'member.joined': notice({ channels: ['app'], data: noData, path: paths.boards, icon: 'owner', area: 'community' }),
  'member.warned': notice({
    channels: ['app', 'mail'],
    data: z.object({ reason: z.string() }),
    required: ['reason'],
    path: paths.notifications,
    icon: 'moderation',
  }),
  // By mail alone, since they cannot sign in.
  'member.suspended': mailNotice({
    data: z.object({ reason: z.string(), ends: z.enum(['yes', 'no']), until: z.number() }),
    required: ['reason'],
  }),
  'member.suspensionLifted': notice({ channels: ['app', 'mail'], data: noData, path: paths.home, icon: 'moderation' }),
  'member.corrected': notice({ channels: ['app'], data: noData, path: paths.profile, icon: 'moderation' }),
  'signUp.requested': mailNotice({ data: code.extend({ handle: z.string() }) }),
  'account.found': mailNotice({ data: noData, path: () => paths.signIn() }),
  'account.notFound': mailNotice({ data: noData, path: () => paths.signUp() }),
  'account.unclaimed': mailNotice({ data: noData, path: () => paths.signUp() }),
  'account.claimed': mailNotice({ data: code.extend({ handle: z.string() }) }),
  'email.changeRequested': mailNotice({ data: code }),
  'email.changed': mailNotice({ data: z.object({ email: z.string() }) }),
  'email.given': mailNotice({ data: noData, path: () => paths.forgot() }),
  'password.resetRequested': mailNotice({ data: code.extend({ handle: z.string() }) }),
  'mail.tested': mailNotice({ data: noData, path: () => paths.staff('setup') }),
  'staff.invited': mailNotice({
    data: z.object({ key: z.string(), role: localized }),
    path: ({ key }) => `${paths.invitation()}#${key}`,
    secret: true,
  }),
  'factor.added': mailNotice({ data: noData, path: () => paths.secondFactor() }),
  'factor.changed': mailNotice({ data: noData, path: () => paths.secondFactor() }),
  'factor.recovered': mailNotice({ data: noData, path: () => paths.secondFactor() }),
  'factor.doubted': mailNotice({ data: noData, path: () => paths.secondFactor() }),
  'factor.reset': mailNotice({ data: noData, path: () => paths.secondFactor() }),
  // Who has a phone alone reads it in the app.
  'phone.changed': notice({
    channels: ['app', 'mail'],
    data: z.object({ change: z.enum(['added', 'replaced', 'removed', 'lost']) }),
    path: paths.profile,
    icon: 'moderation',
  }),
  'password.changed': mailNotice({ data: noData, path: () => paths.forgot() }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof memberNotices> {}
}
