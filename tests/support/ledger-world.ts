import { makeDrop, makeFans, makeOperator } from './drop-factories';

export const fanCount = 8;

export async function world() {
  const drop = await makeDrop({ units: [3, 2] });
  return { drop, fans: await makeFans(fanCount), operator: await makeOperator() };
}
