import type { Outcome, SlowTask, Turn } from '.';
import { createLane } from './lane';

const second = 1_000;
const megabyte = 1024 * 1024;

const words = createLane({
  name: 'queue of texts',
  holds: 'Texts that wait to be made into HTML.',
  atOnce: 1,
  count: 200,
  bytes: 32 * megabyte,
  waitMs: 10 * second,
  perOwner: 2,
  limitMs: 5 * second,
  niceness: 10,
  idleMs: 0,
});
const passwords = createLane({
  name: 'queue of passwords',
  holds: 'Passwords that wait to be hashed or checked.',
  atOnce: 2,
  count: 200,
  bytes: megabyte,
  waitMs: 10 * second,
  perOwner: 5,
  limitMs: 20 * second,
  niceness: 10,
  idleMs: 0,
});
// One at a time, so the pixels that are decoded at a moment are those of one picture at most.
const pictures = createLane({
  name: 'queue of pictures',
  holds: 'Pictures that wait to be read and made smaller.',
  atOnce: 1,
  count: 60,
  bytes: 200 * megabyte,
  waitMs: 60 * second,
  perOwner: 10,
  limitMs: 30 * second,
  niceness: 10,
  idleMs: 60 * second,
});
// What a drawing asks for cannot be stopped from within, so its process ends with it; pictures of members wait for none.
const drawings = createLane({
  name: 'queue of drawings',
  holds: "Drawings of the brand's logo and icons that wait to be drawn.",
  atOnce: 1,
  count: 10,
  bytes: 40 * megabyte,
  waitMs: 30 * second,
  perOwner: 3,
  limitMs: 8 * second,
  niceness: 10,
  idleMs: 30 * second,
});
// Each reads several files of a font.
const papers = createLane({
  name: 'queue of papers',
  holds: 'Invoices, labels and slips that wait to be written as PDF.',
  atOnce: 1,
  count: 60,
  bytes: 8 * megabyte,
  waitMs: 30 * second,
  perOwner: 3,
  limitMs: 15 * second,
  niceness: 10,
  idleMs: 60 * second,
});
const laneOf = {
  pdf: papers,
  labels: papers,
  render: words,
  sanitize: words,
  hashPassword: passwords,
  passwordFits: passwords,
  picture: pictures,
  emblem: drawings,
  icon: pictures,
  findBrand: drawings,
  tint: drawings,
};

/**
 * Sends slow work of this thread to processes of their own from now on, until it is stopped. Those that somebody soon
 * waits for can be started ahead.
 */
export function startSlow(): { startAhead(): void; stop(): void } {
  const shared = globalThis as unknown as {
    milletSlow?: (task: SlowTask, input: object, turn?: Turn) => Promise<Outcome>;
  };
  shared.milletSlow = (task, input, turn) => laneOf[task].run(task, input, turn);
  return {
    startAhead: () => {
      void words.run('render', { markdown: '', origin: '' }).catch(() => undefined);
      void passwords
        .run('hashPassword', { password: '', cost: { memoryCost: 1_024, timeCost: 1, parallelism: 1 } })
        .catch(() => undefined);
    },
    stop: () => {
      delete shared.milletSlow;
      for (const lane of [words, passwords, pictures, drawings, papers]) lane.stop();
    },
  };
}
