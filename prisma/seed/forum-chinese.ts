import type { ToldThread } from './forum-told';

/** What the demo's cast says in Chinese. */
export const chineseThreads: ToldThread[] = [
  {
    board: 'zhongwen', by: 'xiaoman', ago: [42], kind: 'DISCUSSION', title: '中文区的朋友，来报个到吧', votes: 9, state: { pinned: true },
    body: '我是小满，在上海骑车通勤。每天四十分钟，耳机里放着歌，也要听得见电瓶车。\n\n报到可以说说：在哪座城市、用的哪一款、最近在听什么。',
    replies: [
      { by: 'zhou', hours: 3, votes: 4, body: '周航，北京，录音师。上班听别人的，下班什么都不想听，除了雨声。' },
      { by: 'wangyue', hours: 12, votes: 2, body: '王跃，成都，跑步用 Clip。最近在听方言播客，跑着跑着会笑出声。' },
      { by: 'yinuo', hours: 230, body: '一诺，武汉，大三。还没买，先占个座，在攒铜色那款。' },
      { by: 'xiaoman', hours: 233, to: 4, votes: 3, body: '占座欢迎！这里不看序列号，看谁话多。' },
      { by: 'hele', hours: 1006, body: '何乐，今天刚注册，先潜水。' },
    ],
  },
  {
    board: 'zhongwen', by: 'yinuo', ago: [18], kind: 'QUESTION', title: '学生党求建议：先买 Air 还是 Clip？', votes: 6,
    body: '主要在图书馆和操场用。预算只够一副，怕买错，想听听大家的真实体验。',
    replies: [
      { by: 'wangyue', hours: 2, votes: 3, body: '操场为主就 Clip，跑起来不晃。' },
      { by: 'xiaoman', hours: 5, votes: 7, accepted: 'yinuo', body: '关键看图书馆。安静的地方 Air 会轻微漏音，Clip 漏得更少，音量 40% 以下旁边基本听不到。\n\n所以按你的用法：**先 Clip**，等毕业通勤了再上 Air。' },
      { by: 'yinuo', hours: 9, to: 3, body: '太有用了，就它了！谢谢 @xiaoman' },
    ],
  },
  {
    board: 'zhongwen', by: 'suhe', ago: [10, 6], kind: 'DISCUSSION', title: '在家办公，桌面音箱比同事话多', votes: 5,
    body: '借到一台试用的 Hearth，用了两周，说几件小事：\n\n- 早上开会前放十分钟钢琴，会议的脾气会好一点。\n- 语音通话时对方说我“像在房间里，不像在电话里”。\n- 猫已经把它当成暖手宝了。',
    replies: [
      { by: 'zhou', hours: 6, votes: 2, body: '猫毛记得清，背后的散热缝很容易积。' },
      { by: 'suhe', hours: 7, to: 2, body: '被你说中了，刚刚清出来一小团猫。' },
      { by: 'admin', hours: 20, votes: 4, body: '散热缝我们会在下一批里加一层网。谢谢猫，也谢谢你。' },
    ],
  },
  {
    board: 'zhongwen', by: 'hele', ago: [0, 1], kind: 'QUESTION', title: '新人请教：信任等级是怎么升的？', votes: 1,
    body: '看到有的版块要等级才能发帖，是要每天签到吗？',
    replies: [
      { by: 'xiaoman', hours: 0.4, votes: 2, body: '不用签到。多看多回，别人觉得有用给你投票，自然就上去了。我第一周就升了一级。' },
    ],
  },
  {
    board: 'foxtail-air', by: 'wangyue', ago: [23], kind: 'REVIEW', title: '戴着试用的狐尾 Air 跑了 60 公里', votes: 11,
    body: '先说结论：**稳**。五年掉过三副耳机，这副试用的一次没掉。\n\n优点：\n1. 耳挂软，不勒，出汗也不滑；\n2. 实体键，戴手套也能按；\n3. 马路上听得见车，家里人放心。\n\n缺点：\n1. 大风天要把音量加一格；\n2. 充电盒盖子有点紧，单手不好开。\n\n附上我的配速表，别笑：\n\n```text\n5 km   27:40\n10 km  58:12\n半马    2:09:33\n```',
    replies: [
      { by: 'fan', hours: 7, votes: 3, body: 'I had this translated to me over breakfast. Same with the lid of my trial pair! Thumb from the left side, it opens by itself.' },
      { by: 'wangyue', hours: 10, to: 2, votes: 2, body: '学到了，左边用拇指，果然开了。' },
      { by: 'pm', hours: 28, votes: 5, body: '谢谢这么细的记录。盖子的力度我们记下了，新模具会松 15%。' },
    ],
  },
  {
    board: 'foxtail-clip', by: 'zhou', ago: [11], kind: 'DISCUSSION', title: '拆了一只试用的 Clip，聊聊里面的做工', votes: 12,
    body: '跟官方打过招呼了，周末手痒。\n\n- 腔体是一体成型，没有胶线；\n- 电池和弹片之间留了 0.3 mm，跌落时不会顶到；\n- 线材走了两个弯，避开了铰链，这个设计我给满分。\n\n有一处想不通：为什么排线用了黑色？维修的时候很难看清方向。',
    replies: [
      { by: 'admin', hours: 8, votes: 9, body: '因为我当年只订到了黑色。下一批换成白色，方向印在上面。你说得对。' },
      { by: 'zhou', hours: 9, to: 2, votes: 4, body: '哈哈，这个回答我也给满分。' },
      { by: 'lars', hours: 30, body: 'Photos of the bend please, I want to copy it for a lamp.' },
    ],
  },
  {
    board: 'foxtail-hearth', by: 'suhe', ago: [3, 20], kind: 'QUESTION', title: 'Hearth 能同时连电脑和手机吗？', votes: 3,
    body: '白天电脑开会，手机来电话的时候希望能自动切过去，不知道怎么设置。',
    replies: [
      { by: 'mateo', hours: 5, votes: 3, body: 'Yes: hold the front dot for two seconds with the first device connected, then pair the second. It remembers both.' },
      { by: 'suhe', hours: 8, to: 2, body: '成功了！先连电脑，再长按两秒配手机，来电话会自动暂停电脑的声音。' },
    ],
  },
];
