/** Whether a host name or address is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/.test(host);
}

/** Whether a server that listens on this address is reached from other machines. */
export function isOpenToOthers(host: string | undefined): boolean {
  return host !== undefined && host !== '' && !isLoopback(host);
}
