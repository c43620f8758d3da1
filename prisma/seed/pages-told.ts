import type { Block } from '@/lib/pages/choices/blocks';

const text = (en: string, zh: string): Block => ({ type: 'text', text: { en, zh } });

type ToldPage = {
  slug: string;
  place: 'HEADER' | 'FOOTER';
  title: string;
  titleZh: string;
  description: string;
  descriptionZh: string;
  blocks: Block[];
};

/** The demo's own pages. */
export const pages: readonly ToldPage[] = [
  {
    slug: 'about',
    place: 'HEADER',
    title: 'About Foxtail',
    titleZh: '关于 Foxtail',
    description: 'Eleven people, one workshop, and earphones that leave your ears open.',
    descriptionZh: '十一个人，一间工坊，和不堵耳朵的耳机。',
    blocks: [
      text(
        'We make earphones that leave your ears open, because streets, kitchens and offices have things worth hearing. There are **eleven of us**, in one workshop in Portland.',
        '我们做不堵耳朵的耳机，因为街道、厨房和办公室里，有值得听见的声音。我们一共**十一个人**，在波特兰的一间工坊里。',
      ),
      {
        type: 'columns',
        left: {
          en: '## What we promise\n\n- Stock numbers are real, and published before each drop.\n- Every idea gets an answer.\n- Spare parts for seven years.',
          zh: '## 我们承诺\n\n- 数量是真的，每场发售前公布。\n- 每个想法都有答复。\n- 配件供应七年。',
        },
        right: {
          en: '## What we don’t do\n\n- No countdowns that start over.\n- No crossed-out prices nobody ever paid.\n- No microphones that listen when you don’t ask.',
          zh: '## 我们不做\n\n- 不玩会重新开始的倒计时。\n- 不标没人付过的划线价。\n- 你没开口，麦克风就不听。',
        },
      },
    ],
  },
  {
    slug: 'help',
    place: 'FOOTER',
    title: 'Help',
    titleZh: '帮助',
    description: 'Fit, firmware, warranty: what we’re asked most.',
    descriptionZh: '佩戴、固件、保修：大家最常问的问题。',
    blocks: [
      text(
        'These are the questions we get most. If yours isn’t here, ask on the boards: other owners are usually faster than we are.',
        '这些是我们最常被问到的问题。没有你的问题？去版块里问问，其他机主往往比我们回得快。',
      ),
      {
        type: 'questions',
        items: [
          {
            question: { en: 'Do they fall off when I run?', zh: '跑步会掉吗？' },
            answer: {
              en: 'The hook carries the weight, not your ear canal. If they slip, bend the hook *towards* your ear by a few millimeters; it keeps its shape.',
              zh: '重量由耳挂承担，不靠耳道。如果会滑，把耳挂朝耳朵方向弯几毫米，它会保持形状。',
            },
          },
          {
            question: { en: 'How do I update the firmware?', zh: '怎么升级固件？' },
            answer: {
              en: 'Put both in the case, open the lid near your phone, and follow the app. Each release says what changed and whose idea it was.',
              zh: '把两只放进充电盒，在手机旁打开盒盖，跟着应用操作。每次更新都会写明改了什么，是谁的主意。',
            },
          },
          {
            question: { en: 'How long is the warranty?', zh: '保修多久？' },
            answer: {
              en: 'Two years, everywhere. Register your pair and it starts with the day you got it.',
              zh: '两年，全球都一样。登记之后，从收到那天算起。',
            },
          },
        ],
      },
    ],
  },
];
