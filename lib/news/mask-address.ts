/** An address of which the first letter and the domain are left: enough to know one's own again, and not to write to it. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = [...email.slice(0, Math.max(0, at))];
  return `${first}•••${at < 0 ? '' : email.slice(at)}`;
}
