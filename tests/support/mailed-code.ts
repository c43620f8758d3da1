import { db } from '@/lib/core/db';
import { codeIn } from '@/lib/notifications/mailbox-code';

/** Every mail to an address, oldest first. */
export const mailsTo = (to: string) => db.mail.findMany({ where: { to }, orderBy: { createdAt: 'asc' } });

/** The six digits last mailed to an address. */
export async function codeFor(to: string): Promise<string> {
  const code = codeIn((await mailsTo(to)).at(-1)?.text ?? '');
  if (!code) throw new Error(`no code mailed to ${to}`);
  return code;
}
