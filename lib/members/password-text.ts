/**
 * A password as it is hashed: one typed on another keyboard or system, in other code points of the same signs, is the
 * same (NFKC, as NIST SP 800-63B asks).
 */
export function passwordText(password: string): string {
  return password.normalize('NFKC');
}
