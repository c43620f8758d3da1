'use server';

import { reading, transact } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { askNewEmail, changeEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { keepImage } from '@/lib/flows/catalog/keep-image';
import { sendTestLetter } from '@/lib/flows/members/send-test-letter';
import { invite, inviteAgain, joinTeam } from '@/lib/flows/members/invite';
import { forgotPassword, resetPassword } from '@/lib/flows/members/reset-password';
import { signIn } from '@/lib/members/sign-in';
import { confirm, resendSignUp, signUp } from '@/lib/flows/members/sign-up';
import { action, anyone, anyoneEver, member, memberEver, staff } from '@/lib/web/action';
import { becomeFirstAdmin } from '@/lib/members/become-first-admin';
import { requireSetupKey } from '@/lib/members/setup-key';
import { dropCodeId, keepCodeId, keptCodeId } from '@/lib/web/code-cookie';
import { keepDevice, keptDevice } from '@/lib/web/device-cookie';
import { keepFactorDevice } from '@/lib/web/keep-factor-device';
import { dropKey, keepKey, keptKey } from '@/lib/web/key-cookie';
import { redirect, redirectInPlace } from '@/lib/web/redirect';
import { safeNext } from '@/lib/web/safe-next';
import { endSession, startSession } from '@/lib/web/session';
import { authenticatorQr } from '@/lib/members/authenticator-qr';
import { beginAuthenticator, renewRecoveryCodes, finishAuthenticator } from '@/lib/members/change-factor';
import { confirmSession, factorKnown } from '@/lib/members/confirm-session';
import { publicBrand } from '@/lib/web/brand';

import { trustRuleInput } from '@/lib/members/choices/trust-rule';
import * as commands from '@/lib/members/commands';
import { knownDevice, makeDevice } from '@/lib/members/device';
import { openInvitation } from '@/lib/members/invitation-key';
import * as schema from '@/lib/members/schema';

export const signUpAction = action(schema.signUpInput, anyone, async (actor, input) => {
  await keepCodeId((await signUp(actor, input)).codeId);
  redirectInPlace(inLocale(input.locale, paths.confirm(input.next)));
});

export const openSetupAction = action(schema.keyInput, anyoneEver, async (actor, { key, locale }) => {
  await requireSetupKey(reading(actor), key);
  await keepKey('setup', key);
  redirectInPlace(inLocale(locale, paths.setup()));
});

export const firstAdminAction = action(schema.firstAdminInput, anyoneEver, async (actor, input) => {
  const key = (await keptKey('setup')) ?? '';
  await startSession(await becomeFirstAdmin(actor, { ...input, key }));
  await dropKey('setup');
  redirectInPlace(inLocale(input.locale, paths.staff('setup')));
});

export const inviteAction = action(schema.inviteInput, staff('members.manageRoles'), (actor, input) =>
  invite(actor, input),
);

export const sendTestLetterAction = action(schema.localeInput, staff('members.manageRoles'), async (actor) => {
  await sendTestLetter(actor);
});

export const inviteAgainAction = action(schema.invitationRef, staff('members.manageRoles'), (actor, input) =>
  inviteAgain(actor, input),
);

export const withdrawInvitationAction = action(
  schema.invitationRef,
  staff('members.manageRoles'),
  transact(commands.withdrawInvitation),
);

export const openInvitationAction = action(schema.keyInput, anyoneEver, async (actor, { key, locale }) => {
  await openInvitation(reading(actor), key);
  await keepKey('invitation', key);
  redirectInPlace(inLocale(locale, paths.invitation()));
});

export const acceptInvitationAction = action(schema.localeInput, memberEver, async (actor, { locale }) => {
  await transact(commands.acceptInvitation)(actor, { key: (await keptKey('invitation')) ?? '' });
  await dropKey('invitation');
  redirectInPlace(inLocale(locale, paths.staff()));
});

export const joinTeamAction = action(schema.joinTeamInput, anyoneEver, async (actor, input) => {
  await startSession(await joinTeam(actor, { ...input, key: (await keptKey('invitation')) ?? '' }));
  await dropKey('invitation');
  redirectInPlace(inLocale(input.locale, paths.staff()));
});

export const resendAction = action(schema.localeInput, anyoneEver, async (actor) => {
  await keepCodeId((await resendSignUp(actor, { codeId: await waitingCode() })).codeId);
});

export const confirmAction = action(schema.confirmInput, anyoneEver, async (actor, { code, handle, locale, next }) => {
  await startSession(await confirm(actor, { codeId: await waitingCode(), code, handle }));
  await dropCodeId();
  redirectInPlace(next ? safeNext(next, locale) : inLocale(locale, paths.welcome()));
});

export const forgotAction = action(schema.forgotInput, anyoneEver, async (actor, input) => {
  await keepCodeId((await forgotPassword(actor, { ...input, device: await keptDevice() })).codeId);
  redirectInPlace(inLocale(input.locale, paths.confirm(input.next)));
});

export const resetAction = action(schema.resetInput, anyoneEver, async (actor, { code, password, locale, next }) => {
  const { email, ...proved } = await resetPassword(actor, { codeId: await waitingCode(), code, password });
  await startSession(proved);
  await keepDevice(makeDevice(email, proved.version));
  await dropCodeId();
  redirectInPlace(safeNext(next, locale));
});

export const signInAction = action(schema.signInInput, anyoneEver, async (actor, { email, password, locale, next }) => {
  const device = await keptDevice();
  const proved = await signIn(actor, { email, password, device });
  await startSession(proved);
  if (!knownDevice(device, email, proved.version)) await keepDevice(makeDevice(email, proved.version));
  redirectInPlace(safeNext(next, locale));
});

export const signOutAction = action(schema.localeInput, anyoneEver, async (actor, { locale }) => {
  const { id, until } = (await endSession()) ?? {};
  if (id && until) await transact(commands.endOneSession)(actor, { id, until });
  redirect(inLocale(locale, paths.home()));
});

export const signOutEverywhereAction = action(schema.localeInput, memberEver, async (actor, { locale }) => {
  await transact(commands.endSessions)(actor, { memberId: actor.id });
  await endSession();
  redirect(inLocale(locale, paths.signIn()));
});

export const endOwnSessionAction = action(schema.sessionRef, memberEver, transact(commands.endOwnSession));

export const endOtherSessionsAction = action(schema.localeInput, memberEver, async (actor) => {
  const { version } = await transact(commands.endOtherSessions)(actor, undefined);
  await startSession({ memberId: actor.id, version, id: actor.session?.id });
});

export const editProfileAction = action(schema.profileInput, member, transact(commands.editProfile));

export const setAvatarAction = action(schema.avatarInput, member, async (actor, { picture }) => {
  const { url } = await keepImage(actor, { file: Buffer.from(await picture.arrayBuffer()), max: 512, still: true });
  await transact(commands.setAvatar)(actor, { avatar: url });
});

export const removeAvatarAction = action(schema.localeInput, member, async (actor) =>
  transact(commands.setAvatar)(actor, { avatar: null }),
);

export const changePasswordAction = action(schema.passwordInput, memberEver, async (actor, input) => {
  const { version, email } = await changePassword(actor, input);
  await startSession({ memberId: actor.id, version, id: actor.session?.id });
  if (email) await keepDevice(makeDevice(email, version));
});

export const beginAuthenticatorAction = action(
  schema.changeFactorInput,
  memberEver,
  async (actor, { oldPassword, locale }) => {
    const { secret } = await beginAuthenticator(actor, { oldPassword });
    return { secret, qr: authenticatorQr(secret, (await publicBrand()).name[locale], actor.handle) };
  },
);

export const finishAuthenticatorAction = action(schema.factorInput, memberEver, async (actor, input) => {
  const made = await finishAuthenticator(actor, input);
  await keepFactorDevice(actor);
  return made;
});

export const renewRecoveryCodesAction = action(schema.changeFactorInput, memberEver, (actor, { oldPassword }) =>
  renewRecoveryCodes(actor, { oldPassword }),
);

export const confirmSessionAction = action(schema.factorInput, memberEver, async (actor, { code, locale, next }) => {
  const device = await keptDevice('factor');
  await confirmSession(actor, { code, device });
  if (!factorKnown(actor, device)) await keepFactorDevice(actor);
  redirectInPlace(next ? safeNext(next, locale) : inLocale(locale, paths.staff()));
});

export const resetFactorAction = action(
  schema.reasonInput,
  staff('members.moderateStaff'),
  transact(commands.resetFactor),
);

export const askNewEmailAction = action(schema.emailInput, member, async (actor, input) => {
  await keepCodeId((await askNewEmail(actor, input)).codeId);
});

export const changeEmailAction = action(schema.emailCodeInput, member, async (actor, { code }) => {
  await changeEmail(actor, { codeId: await waitingCode(), code });
  await dropCodeId();
});

export const grantRoleAction = action(schema.grantInput, staff('members.manageRoles'), transact(commands.grantRole));

export const revokeRoleAction = action(schema.revokeInput, staff('members.manageRoles'), transact(commands.revokeRole));

export const copyRoleAction = action(schema.copyRoleInput, staff('members.manageRoles'), transact(commands.copyRole));

export const editRoleAction = action(schema.editRoleInput, staff('members.manageRoles'), transact(commands.editRole));

export const deleteRoleAction = action(
  schema.deleteRoleInput,
  staff('members.manageRoles'),
  transact(commands.deleteRole),
);

export const setTrustAction = action(
  schema.trustInput,
  staff('members.setTrust'),
  async (actor, { memberId, level, reason }) =>
    transact(commands.setTrust)(actor, { memberId, reason, level: level === 'auto' ? null : Number(level) }),
);

export const setTrustRuleAction = action(
  trustRuleInput,
  staff('members.setTrustRule'),
  transact(commands.setTrustRule),
);

async function waitingCode(): Promise<string> {
  const codeId = await keptCodeId();
  if (!codeId) throw new Refused('code-expired', 'no code asked for in this browser', { field: 'code' });
  return codeId;
}
