/** An address as people read it: what is encoded for sending is decoded where that can be read. */
export function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
