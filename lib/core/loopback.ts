/** Whether a server that listens on this address is reached from other machines. */
export function isOpenToOthers(host: string | undefined): boolean {
  return host !== undefined && host !== '' && !/^(localhost|127(\.\d+){3}|::1)$/.test(host);
}
