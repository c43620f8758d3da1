import catalog from './en/catalog.json';
import common from './en/common.json';
import drops from './en/drops.json';
import errors from './en/errors.json';
import feedback from './en/feedback.json';
import forum from './en/forum.json';
import home from './en/home.json';
import mail from './en/mail.json';
import members from './en/members.json';
import moderation from './en/moderation.json';
import notifications from './en/notifications.json';
import orders from './en/orders.json';
import shell from './en/shell.json';
import staff from './en/staff.json';
import ui from './en/ui.json';

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
