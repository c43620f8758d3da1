import type { ServerResponse } from 'node:http';

/** Next 16.4 gives a page that leads elsewhere its Location twice when it has just been made, which some clients take for one address. */
export function leadOnce(response: ServerResponse): void {
  const { appendHeader } = response;
  response.appendHeader = function (this: ServerResponse, name: string, value: string | readonly string[]) {
    return name.toLowerCase() === 'location' ? this.setHeader(name, value) : appendHeader.call(this, name, value);
  } as typeof appendHeader;
}
