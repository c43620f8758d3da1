import catalog from './zh-CN/catalog.json';
import common from './zh-CN/common.json';
import drops from './zh-CN/drops.json';
import errors from './zh-CN/errors.json';
import feedback from './zh-CN/feedback.json';
import forum from './zh-CN/forum.json';
import home from './zh-CN/home.json';
import mail from './zh-CN/mail.json';
import members from './zh-CN/members.json';
import moderation from './zh-CN/moderation.json';
import notifications from './zh-CN/notifications.json';
import orders from './zh-CN/orders.json';
import shell from './zh-CN/shell.json';
import staff from './zh-CN/staff.json';
import ui from './zh-CN/ui.json';

export default {
  catalog,
  common,
  drops,
  errors,
  feedback,
  forum,
  home,
  mail,
  members,
  moderation,
  notifications,
  orders,
  shell,
  staff,
  ui,
};
