/** The mailbox that an address reaches: in small letters, without its +tag, and for Gmail without dots. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const host = domain === 'googlemail.com' ? 'gmail.com' : domain;
  const bare = local.split('+')[0] ?? '';
  return `${host === 'gmail.com' ? bare.replaceAll('.', '') : bare}@${host}`;
}
