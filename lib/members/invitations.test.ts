import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { after, day } from '@/lib/core/time';
import { invite, inviteAgain, joinTeam } from '@/lib/flows/members/invite';
import { sendMail } from '@/lib/notifications/send-mail';
import { MailRefused } from '@/lib/outside/mail';
import { runAdmin } from '@/scripts/lib/admin-verbs';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { makeStaff, reason } from '@/tests/support/staff-members';
import { without } from '@/tests/support/without-setting';

import { acceptInvitation, inviteStaff, revokeRole, suspendMember, withdrawInvitation } from './commands';
import { invitationDigest, openInvitation } from './invitation-key';
import { listInvitations, listTeam } from './queries/team';

beforeEach(truncateAll);

const email = 'juno@shop.example';
const wish = (handle = 'juno') => ({ name: 'Juno', handle, password: 'wooden spoon rain', locale: 'en' });
const inviting = (role = 'SUPPORT') => ({ email, role, language: 'en' });

async function keyIn(to = email): Promise<string> {
  const { text } = await db.mail.findFirstOrThrow({ where: { to }, orderBy: { createdAt: 'desc' } });
  return /\/invitation#([\w-]{43})/.exec(text)![1]!;
}

async function invited(by?: SignedIn, role = 'SUPPORT'): Promise<string> {
  const { key } = await transact(inviteStaff)(by ?? system, inviting(role));
  return key;
}

const rolesOf = async (memberId: string) =>
  (await db.grant.findMany({ where: { memberId } })).map(({ roleKey }) => roleKey);

describe('an invitation', () => {
  it('goes by mail, and makes whoever has no account a confirmed member with its role', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    await invite(admin, { ...inviting('MODERATOR'), language: 'zh' });
    const mail = await db.mail.findFirstOrThrow({ where: { to: email } });
    expect(mail).toMatchObject({ kind: 'staff.invited', locale: 'zh', secret: true });
    expect(mail.text).toContain('版主');
    const proved = await joinTeam(guest, { key: await keyIn(), ...wish() });
    expect(await actorOf(proved)).toMatchObject({ handle: 'juno', confirmed: true, roles: [{ key: 'MODERATOR' }] });
    expect(await db.member.findUnique({ where: { email } })).toMatchObject({ id: proved.memberId });
    const acts = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { act: true, detail: true } });
    expect(acts.map(({ act }) => act)).toEqual(['invitation.send', 'invitation.accept']);
    expect(JSON.stringify(acts)).not.toContain(email);
    expect(await listInvitations(reading())).toEqual([]);
    expect((await listTeam(reading())).map(({ handle }) => handle)).toEqual([admin.handle, 'juno']);
  });

  it('gives its role to the account of its address, which signs in, and to no other', async () => {
    const [juno, other] = [await makeMember({ email }), await makeMember()];
    const key = await invited();
    expect(await refusal(joinTeam(guest, { key, ...wish() }))).toBe('invitation-known');
    expect(await refusal(transact(acceptInvitation)(guest, { key }))).toBe('signed-out');
    expect(await refusal(transact(acceptInvitation)(other, { key }))).toBe('invitation-other');
    expect(await rolesOf(other.id)).toEqual([]);
    await transact(acceptInvitation)(juno, { key });
    expect(await rolesOf(juno.id)).toEqual(['SUPPORT']);
    expect(await refusal(transact(acceptInvitation)(juno, { key }))).toBe('invitation-used');
  });

  it('follows the address, not the person: who moved to another one is refused', async () => {
    const juno = await makeMember({ email });
    const key = await invited();
    await db.member.update({ where: { id: juno.id }, data: { email: 'new@shop.example' } });
    expect(await refusal(transact(acceptInvitation)(juno, { key }))).toBe('invitation-other');
  });

  it('gives an imported member their account', async () => {
    const old = await makeMember({ email, handle: 'juno_old', confirmed: false, source: 'discourse', sourceId: '7' });
    const proved = await joinTeam(guest, { key: await invited(), ...wish() });
    expect(proved.memberId).toBe(old.id);
    expect(await actorOf(proved)).toMatchObject({ handle: 'juno_old', confirmed: true, roles: [{ key: 'SUPPORT' }] });
  });

  it('says why it is refused: unknown, over, withdrawn, sent again, or of somebody who may give the role no more', async () => {
    const now = new Date();
    const admin = await makeMember({ roles: ['ADMIN'] });
    const second = await makeMember({ roles: ['ADMIN'] });
    const join = (key: string, at = now) => refusal(joinTeam(guest, { key, ...wish() }, { now: at }));
    for (const wrong of ['', 'x', '-'.repeat(43)]) expect(await join(wrong)).toBe('invitation-unknown');
    const { key } = await transact(inviteStaff)(second, inviting(), { now });
    expect(await join(key, after(now, 7 * day))).toBe('invitation-over');
    const [row] = await listInvitations(reading());
    await inviteAgain(admin, { invitationId: row!.id });
    expect(await join(key)).toBe('invitation-unknown');
    const again = await keyIn();
    await transact(withdrawInvitation)(admin, { invitationId: row!.id });
    expect(await join(again)).toBe('invitation-withdrawn');
    expect(await refusal(transact(withdrawInvitation)(admin, { invitationId: row!.id }))).toBe('invitation-closed');
    expect(await refusal(inviteAgain(admin, { invitationId: row!.id }))).toBe('invitation-closed');
    const of = await invited(second);
    await transact(revokeRole)(admin, { memberId: second.id, role: 'ADMIN', reason });
    expect(await join(of)).toBe('invitation-void');
    const third = await makeMember({ roles: ['ADMIN'] });
    const last = await invited(third);
    await transact(suspendMember)(admin, { memberId: third.id, reason, until: null });
    expect(await join(last)).toBe('invitation-void');
    expect(await db.member.findUnique({ where: { email } })).toBeNull();
    expect(await join(await invited())).toBe('done');
  });

  it('is for those who may give its role, and for a role that there is', async () => {
    const { admin, mod, fan } = await makeStaff();
    for (const actor of [mod, fan, guest]) expect(await refusal(invite(actor, inviting()))).toBe('forbidden');
    expect(await refusal(invite(admin, inviting('KING')))).toBe('not-found');
    await db.grant.create({ data: { memberId: mod.id, roleKey: 'SUPPORT', at: new Date() } });
    const { email: held } = await db.member.findUniqueOrThrow({ where: { id: mod.id } });
    expect(await refusal(invite(admin, { ...inviting(), email: held! }))).toBe('role-has');
    expect(await without('hasMail', () => refusal(invite(admin, inviting())))).toBe('mail-not-set');
    expect(await db.mail.count()).toBe(0);
    expect(await db.invitation.count()).toBe(0);
  });

  it('is one for each address and role, however many invite at once', async () => {
    const keys = await Promise.all([invited(), invited(), invited()]);
    expect(await db.invitation.count()).toBe(1);
    const answers = await Promise.all(keys.map((key) => refusal(openInvitation(reading(), key))));
    expect(answers.toSorted()).toEqual(['done', 'invitation-unknown', 'invitation-unknown']);
  });

  it('is accepted once, and not while it is withdrawn', async () => {
    for (let round = 0; round < 5; round += 1) {
      await truncateAll();
      const juno = await makeMember({ email });
      const key = await invited();
      const [row] = await listInvitations(reading());
      const answers = await Promise.all([
        ...[1, 2, 3].map(() => refusal(transact(acceptInvitation)(juno, { key }))),
        refusal(transact(withdrawInvitation)(system, { invitationId: row!.id })),
      ]);
      expect(answers.filter((each) => each === 'done')).toHaveLength(1);
      expect(await rolesOf(juno.id)).toEqual(answers[3] === 'done' ? [] : ['SUPPORT']);
    }
  });

  it('would be accepted twice if it were looked at and then used (control)', async () => {
    const key = await invited();
    let go = () => {};
    const all = new Promise<void>((resolve) => (go = resolve));
    let looked = 0;
    const use = () =>
      inTransaction(system, async (ctx) => {
        const { id } = await openInvitation(ctx, key);
        if (++looked === 2) go();
        await all;
        return (await ctx.db.invitation.updateMany({ where: { id }, data: { acceptedAt: ctx.now } })).count;
      });
    expect(await Promise.all([use(), use()])).toEqual([1, 1]);
  });

  it('leaves its key in no log and no table, once its mail is sent or refused', async () => {
    const lines: unknown[] = [];
    const spies = (['info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void lines.push(words)),
    );
    const sent: string[] = [];
    const server = { send: async ({ text }: { text: string }) => void sent.push(text) };
    const refusing = { send: () => Promise.reject(new MailRefused('bad-recipient', 'no such mailbox')) };
    for (const given of [server, refusing]) {
      await invite(system, inviting());
      const key = await keyIn();
      const { id } = await db.mail.findFirstOrThrow({ where: { text: { contains: key } } });
      await sendMail(id, given as never);
      expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ text: '', html: '' });
      const rows = [await db.mail.findMany(), await db.invitation.findMany(), await db.auditEntry.findMany()];
      expect(JSON.stringify([rows, lines])).not.toContain(key);
      expect((await db.invitation.findFirstOrThrow()).digest).toBe(invitationDigest(key));
    }
    spies.forEach((spy) => spy.mockRestore());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('/en/invitation#');
  });

  it('comes from the terminal too: by mail, or in words while no mail can be sent', async () => {
    expect((await runAdmin('invite', [email, 'support', 'zh'])).join()).toMatch(/on its way/);
    expect((await db.mail.findFirstOrThrow()).locale).toBe('zh');
    const said = await without('hasMail', () => runAdmin('invite', [email, 'ADMIN', 'en']));
    const key = /\/en\/invitation#([\w-]{43})/.exec(said.join('\n'))![1]!;
    const { memberId } = await joinTeam(guest, { key, ...wish() });
    expect(await rolesOf(memberId)).toEqual(['ADMIN']);
    await expect(runAdmin('invite', [email, 'ADMIN', 'en'])).rejects.toThrow(/has the role already/);
  });
});
