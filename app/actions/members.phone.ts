'use server';

import { transact } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { inLocale } from '@/lib/core/paths';
import { phoneRuleInput } from '@/lib/members/choices/phone-rule';
import { setPhoneRule, type Proved } from '@/lib/members/commands';
import type { PhoneChanged } from '@/lib/members/commands/change-phone';
import { knownDevice, makeDevice } from '@/lib/members/device';
import { askNewPhone, askOwnCode, askPhoneCode, askWork, resendPhoneCode } from '@/lib/members/phone/ask-code';
import { changePhone, dropPhone, enterWithCode, joinWithPhone, keepAccount } from '@/lib/members/phone/enter';
import * as schema from '@/lib/members/phone/schema';
import { checkSms, sendTestSms } from '@/lib/members/phone/set-up';
import { phoneDevice } from '@/lib/members/phone/known-browser';
import { localeInput } from '@/lib/members/schema';
import { paths } from '@/lib/paths';
import { action, anyone, anyoneEver, member, memberEver, staff } from '@/lib/web/action';
import { dropCodeId, keepCodeId, keptCodeId } from '@/lib/web/code-cookie';
import { keepDevice, keptDevice } from '@/lib/web/device-cookie';
import { redirectInPlace } from '@/lib/web/redirect';
import { safeNext } from '@/lib/web/safe-next';
import { startSession } from '@/lib/web/session';

export const askPhoneWorkAction = action(localeInput, anyoneEver, (actor) => askWork(actor));

export const askPhoneCodeAction = action(schema.askPhoneInput, anyoneEver, async (actor, input) => {
  await keepCodeId((await askPhoneCode(actor, { ...input, device: await keptDevice() })).codeId, 'phone');
  redirectInPlace(inLocale(input.locale, paths.phone(input.next)));
});

export const resendPhoneCodeAction = action(schema.resendPhoneInput, anyoneEver, async (actor, input) => {
  const asked = { ...input, codeId: await waitingCode(), device: await keptDevice() };
  await keepCodeId((await resendPhoneCode(actor, asked)).codeId, 'phone');
});

export const enterByPhoneAction = action(schema.enterPhoneInput, anyoneEver, async (actor, { code, locale, next }) => {
  const device = await keptDevice();
  const entered = await enterWithCode(actor, { codeId: await waitingCode(), code, device });
  if (entered.to !== 'account') redirectInPlace(inLocale(locale, paths.phone(next)));
  await comeIn(entered, device);
  redirectInPlace(safeNext(next, locale));
});

export const keepPhoneAction = action(schema.keepPhoneInput, anyoneEver, async (actor, { locale, next }) => {
  await comeIn(await keepAccount(actor, { codeId: await waitingCode() }), await keptDevice());
  redirectInPlace(safeNext(next, locale));
});

export const joinByPhoneAction = action(schema.joinPhoneInput, anyone, async (actor, { next, ...wish }) => {
  await comeIn(await joinWithPhone(actor, { ...wish, codeId: await waitingCode() }), await keptDevice());
  redirectInPlace(next ? safeNext(next, wish.locale) : inLocale(wish.locale, paths.welcome()));
});

export const askNewPhoneAction = action(schema.newPhoneInput, member, async (actor, input) => {
  await keepCodeId((await askNewPhone(actor, input)).codeId, 'phone');
});

export const askOwnCodeAction = action(localeInput, memberEver, async (actor) =>
  askOwnCode(actor, { device: await keptDevice() }),
);

export const changePhoneAction = action(schema.phoneCodeInput, member, async (actor, { code }) => {
  await goOn(actor, await changePhone(actor, { codeId: await waitingCode(), code }));
  await dropCodeId('phone');
});

export const dropPhoneAction = action(schema.dropPhoneInput, memberEver, async (actor, input) => {
  await goOn(actor, await dropPhone(actor, input));
});

export const setPhoneRuleAction = action(phoneRuleInput, staff('members.setPhoneRule'), transact(setPhoneRule));

export const checkSmsAction = action(localeInput, staff('members.setPhoneRule'), (actor) => checkSms(actor));

export const sendTestSmsAction = action(schema.testSmsInput, staff('members.setPhoneRule'), async (actor, input) => {
  await sendTestSms(actor, input);
});

async function comeIn(proved: Proved & { phone: string }, device: string | undefined): Promise<void> {
  await startSession({ memberId: proved.memberId, version: proved.version });
  await dropCodeId('phone');
  const [address, { version }] = [phoneDevice(proved.phone, proved.memberId), proved];
  if (!knownDevice(device, address, version)) await keepDevice(makeDevice(address, version));
}

// The session that asked goes on under its own name, where the others ended.
async function goOn(actor: { id: string; session?: { id: string } }, { version }: PhoneChanged): Promise<void> {
  if (version !== null) await startSession({ memberId: actor.id, version, id: actor.session?.id });
}

async function waitingCode(): Promise<string> {
  const codeId = await keptCodeId('phone');
  if (!codeId) throw new Refused('code-expired', 'no code asked for in this browser', { field: 'code' });
  return codeId;
}
