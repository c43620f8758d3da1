const campaign = /^utm_[a-z_]{1,30}$/;
const mostNames = 10;
const mostLetters = 200;

/**
 * The target of a redirect with what the asked address says of a campaign (`utm_…`), and nothing else of its query. An address of another
 * site stays as staff wrote it.
 */
export function withCampaign(target: string, url: string): string {
  const at = url.indexOf('?');
  if (at < 0 || !target.startsWith('/')) return target;
  const asked = [...new URLSearchParams(url.slice(at + 1))];
  const kept = asked.filter(([name, value]) => campaign.test(name) && value.length <= mostLetters).slice(0, mostNames);
  if (kept.length === 0) return target;
  const led = new URL(target, 'http://own.invalid');
  for (const [name, value] of kept) led.searchParams.set(name, value);
  return `${led.pathname}${led.search}${led.hash}`;
}
