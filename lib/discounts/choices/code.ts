const shape = /^[A-Z0-9][A-Z0-9-]{2,31}$/;

/** A code as it is stored, however it was typed: capitals and digits, hyphens between; null for what is none. */
export function plainCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return shape.test(code) ? code : null;
}
