/** The first visit to addresses that nobody has asked for, in turn of two servers: what a page costs that no cache has. */
import { Agent, get } from 'node:http';

export type FirstVisits = { few: number[]; many: number[]; seconds: number };

/** Asks the server of a few products and that of many for one address each, over and over; answers how long each took. */
export async function firstVisits(
  ports: { few: number; many: number },
  addresses: { few: string[]; many: string[] },
  warming: number,
): Promise<FirstVisits> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took: FirstVisits = { few: [], many: [], seconds: 0 };
  for (const [at, few] of addresses.few.entries()) {
    const turn = [() => visit(agent, ports.few, few), () => visit(agent, ports.many, addresses.many[at]!)] as const;
    const [first, second] = at % 2 === 0 ? [0, 1] : [1, 0];
    const ms: number[] = [];
    for (const side of [first, second]) ms[side] = await turn[side]!();
    if (at < warming) continue;
    took.few.push(ms[0]!);
    took.many.push(ms[1]!);
  }
  took.seconds = took.many.reduce((sum, ms) => sum + ms, 0) / 1000;
  agent.destroy();
  return took;
}

function visit(agent: Agent, port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // Who searches is counted by network.
    const network = `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.7`;
    const headers = { 'accept-encoding': 'gzip', 'x-forwarded-for': network };
    get({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer
        .on('error', reject)
        .on('end', () => resolve(performance.now() - began))
        .resume();
    }).on('error', reject);
  });
}
